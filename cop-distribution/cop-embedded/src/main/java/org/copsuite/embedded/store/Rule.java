/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.Set;

import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;

/**
 * Grants rights in a space to a subject. There are no denials: if no rule of the deciding space grants a right, it is
 * denied, except to administrators of the wiki.
 *
 * @param subject who gets the rights
 * @param rights the rights
 */
public record Rule(Subject subject, Set<Right> rights)
{
    /** Copies the rights. */
    public Rule
    {
        rights = Set.copyOf(rights);
    }

    /**
     * @param subject who gets the rights
     * @param rights the rights
     * @return the rule
     */
    public static Rule allow(Subject subject, Right... rights)
    {
        return new Rule(subject, Set.of(rights));
    }

    /** Who gets the rights of a rule. */
    public sealed interface Subject permits Everyone, SignedIn, Group, User
    {
    }

    /** Everyone, including guests. */
    public record Everyone() implements Subject
    {
    }

    /** Everyone who has signed in. */
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
