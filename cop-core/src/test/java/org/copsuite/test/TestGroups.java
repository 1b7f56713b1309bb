/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** Keeps groups in a map. */
public class TestGroups implements Groups
{
    private final Map<GroupId, Set<UserId>> groups = new ConcurrentHashMap<>();

    private final Map<GroupId, Set<GroupId>> viewers = new ConcurrentHashMap<>();

    @Override
    public GroupId named(WikiId wiki, String name)
    {
        return new GroupId(wiki + ":XWiki." + name);
    }

    @Override
    public GroupId create(WikiId wiki, String name)
    {
        GroupId group = named(wiki, name);
        this.groups.computeIfAbsent(group, g -> ConcurrentHashMap.newKeySet());
        return group;
    }

    @Override
    public Set<UserId> members(GroupId group)
    {
        return Set.copyOf(this.groups.getOrDefault(group, Set.of()));
    }

    @Override
    public void add(GroupId group, UserId user)
    {
        this.groups.computeIfAbsent(group, g -> ConcurrentHashMap.newKeySet()).add(user);
    }

    @Override
    public void remove(GroupId group, UserId user)
    {
        this.groups.getOrDefault(group, ConcurrentHashMap.newKeySet()).remove(user);
    }

    @Override
    public void hide(GroupId group, Set<GroupId> viewers)
    {
        if (this.groups.containsKey(group)) {
            this.viewers.put(group, Set.copyOf(viewers));
        }
    }

    /** @return whether the group was created */
    public boolean exists(GroupId group)
    {
        return this.groups.containsKey(group);
    }

    /** Removes the restriction of {@link #hide}, as for a group from before groups could be hidden. */
    public void show(GroupId group)
    {
        this.viewers.remove(group);
    }

    /** @return the groups whose members may view the members of the group; empty if everybody may */
    public Set<GroupId> viewers(GroupId group)
    {
        return this.viewers.getOrDefault(group, Set.of());
    }
}
