/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.Set;

import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;

/**
 * Allows something to somebody in a space. There are no denials: what no rule of the deciding space allows is denied,
 * except to administrators of the wiki.
 *
 * @param subject to whom
 * @param rights what
 */
public record Rule(Subject subject, Set<Right> rights)
{
    /** Copies. */
    public Rule
    {
        rights = Set.copyOf(rights);
    }

    /**
     * @param subject to whom
     * @param rights what
     * @return the rule
     */
    public static Rule allow(Subject subject, Right... rights)
    {
        return new Rule(subject, Set.of(rights));
    }

    /** To whom a rule applies. */
    public sealed interface Subject permits Everyone, SignedIn, Group, User
    {
    }

    /** Everybody, also who has not signed in. */
    public record Everyone() implements Subject
    {
    }

    /** Every account. */
    public record SignedIn() implements Subject
    {
    }

    /**
     * The members of a group.
     *
     * @param id the group
     */
    public record Group(GroupId id) implements Subject
    {
    }

    /**
     * One account.
     *
     * @param id the account
     */
    public record User(UserId id) implements Subject
    {
    }
}
