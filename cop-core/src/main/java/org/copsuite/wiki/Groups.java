/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Set;

import org.xwiki.component.annotation.Role;

/** Groups of accounts, by which a community's space is protected. */
@Role
public interface Groups
{
    /**
     * @param wiki the wiki
     * @param name a name of letters, digits and dashes, at most 100 characters
     * @return the group of that name, whether it exists or not
     */
    GroupId named(String wiki, String name);

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

    /**
     * Hides who is in a group from everybody but the members of the viewers' groups, administrators and the suite, and
     * lets only administrators and the suite change the group, by whatever means of its own the wiki has. What the group
     * itself may do elsewhere stays as it is, and so do rules that administrators added. Does nothing, at the cost of a
     * read, where the group is hidden so already.
     *
     * @param group the group; one that does not exist is not created
     * @param viewers the groups whose members may view who is in it
     */
    void hide(GroupId group, Set<GroupId> viewers);
}
