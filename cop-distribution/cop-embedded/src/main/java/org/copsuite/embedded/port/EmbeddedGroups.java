/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Implements the port {@link Groups} by the group directory. */
@Component(roles = Groups.class)
@Singleton
public class EmbeddedGroups implements Groups
{
    @Inject
    private GroupDirectory directory;

    @Override
    public GroupId named(WikiId wiki, String name)
    {
        return this.directory.named(wiki, name);
    }

    @Override
    public GroupId create(WikiId wiki, String name)
    {
        return this.directory.create(wiki, name);
    }

    @Override
    public Set<UserId> members(GroupId group)
    {
        return this.directory.members(group);
    }

    @Override
    public void add(GroupId group, UserId user)
    {
        this.directory.add(group, user);
    }

    @Override
    public void remove(GroupId group, UserId user)
    {
        this.directory.remove(group, user);
    }

    @Override
    public void hide(GroupId group, Set<GroupId> viewers)
    {
        this.directory.hide(group, viewers);
    }
}
