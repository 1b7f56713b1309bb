/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Set;

import org.xwiki.component.annotation.Role;

/** Groups of accounts, which hold the rights of a community's space. */
@Role
public interface Groups
{
    /**
     * @param wiki the wiki
     * @param name a name of letters, digits and dashes, at most 100 characters
     * @return the group of that name, existing or not
     */
    GroupId named(WikiId wiki, String name);

    /**
     * Creates a group if it does not exist.
     *
     * @param wiki the wiki
     * @param name a name of letters, digits and dashes, at most 100 characters
     * @return the group of that name
     */
    GroupId create(WikiId wiki, String name);

    /**
     * @param group the group
     * @return its members; empty if it does not exist
     */
    Set<UserId> members(GroupId group);

    /**
     * Adds an account; does nothing if it is a member.
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
     * Hides the members of a group from everybody but the members of some groups, administrators and the suite, and
     * lets only administrators and the suite change the group, by whatever means the wiki has. The group's rights
     * elsewhere stay, and so do rules that administrators added. Does nothing, at the cost of one read, if the group is
     * hidden already.
     *
     * @param group the group; it is not created if it does not exist
     * @param viewers the groups whose members may view the members of the group
     */
    void hide(GroupId group, Set<GroupId> viewers);
}
