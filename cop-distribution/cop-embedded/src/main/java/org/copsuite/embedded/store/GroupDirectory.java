/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.List;
import java.util.Set;

import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** The groups of the embedded wiki: the port {@code Groups} and the operations of administrators. */
@Role
public interface GroupDirectory extends Groups
{
    /** The group whose members have all permissions. It cannot be deleted. */
    GroupId ADMINISTRATORS = new GroupId("xwiki:XWiki.XWikiAdminGroup");

    /** @return all groups, ordered by name */
    List<GroupLine> list();

    /**
     * @param group a group
     * @return whether the group exists
     */
    boolean exists(GroupId group);

    /**
     * @param user a user
     * @return the groups that the user is a member of
     */
    Set<GroupId> groupsOf(UserId user);

    /**
     * Deletes a group and the rules that name it; does nothing if the group does not exist.
     *
     * @param group the group
     * @throws RefusedException {@code embedded.group.administrators} for {@link #ADMINISTRATORS}
     */
    void delete(GroupId group) throws RefusedException;

    /** @param listener called after a user has joined or left a group */
    void listen(Runnable listener);

    /**
     * A group in a list.
     *
     * @param id the group
     * @param name its name
     * @param members the number of its members
     */
    record GroupLine(GroupId id, String name, int members)
    {
    }
}
