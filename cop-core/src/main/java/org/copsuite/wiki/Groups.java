/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Set;

import org.xwiki.component.annotation.Role;

/** Groups of accounts, by which a community's space is protected. */
@Role
public interface Groups
{
    /**
     * Creates the group if there is none.
     *
     * @param wiki the wiki
     * @param name a name of letters, digits and dashes, at most 100 characters
     * @return the group of that name
     */
    GroupId create(String wiki, String name);

    /**
     * @param group the group
     * @return its members; empty where there is no such group
     */
    Set<UserId> members(GroupId group);

    /**
     * Adds an account; does nothing if it is a member already.
     *
     * @param group the group
     * @param user the account
     */
    void add(GroupId group, UserId user);

    /**
     * Removes an account; does nothing if it is no member.
     *
     * @param group the group
     * @param user the account
     */
    void remove(GroupId group, UserId user);
}
