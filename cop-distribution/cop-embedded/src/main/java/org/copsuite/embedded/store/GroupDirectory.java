/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.List;
import java.util.Set;

import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** The groups of the embedded wiki: the port {@code Groups}, and what an administrator needs. */
@Role
public interface GroupDirectory extends Groups
{
    /** The group whose members may do everything. It cannot be deleted. */
    GroupId ADMINISTRATORS = new GroupId("xwiki:XWiki.XWikiAdminGroup");

    /** @return all groups, by name */
    List<GroupLine> list();

    /**
     * @param group which
     * @return whether there is such a group
     */
    boolean exists(GroupId group);

    /**
     * @param user who
     * @return the groups that the user is in
     */
    Set<GroupId> groupsOf(UserId user);

    /**
     * Deletes a group and the rules that name it; does nothing if there is none.
     *
     * @param group which
     * @throws RefusedException {@code embedded.group.administrators} for {@link #ADMINISTRATORS}
     */
    void delete(GroupId group) throws RefusedException;

    /** @param listener called after somebody came into a group or left one */
    void listen(Runnable listener);

    /**
     * A group in a list.
     *
     * @param id its id
     * @param name its name
     * @param members how many accounts are in it
     */
    record GroupLine(GroupId id, String name, int members)
    {
    }
}
