/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/** Groups in tables. All of them are cached in memory, because every permission check reads them. */
@Component(roles = GroupDirectory.class)
@Singleton
public class DefaultGroupDirectory implements GroupDirectory, Initializable
{
    private static final String ADMINISTRATORS_NAME = "XWikiAdminGroup";

    private static final String NAME = "[\\p{L}\\p{N}-]{1,100}";

    @Inject
    private WikiDatabase database;

    @Inject
    private RuleCache rules;

    private final Map<GroupId, String> names = new ConcurrentHashMap<>();

    private final Map<GroupId, Set<UserId>> members = new ConcurrentHashMap<>();

    private final Map<UserId, Set<GroupId>> groups = new ConcurrentHashMap<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void initialize()
    {
        this.database.run(s -> s.list("select id, name from wiki_group",
            row -> this.names.put(new GroupId(row.getString("id")), row.getString("name")) == null));
        this.database.run(s -> s.list("select group_id, account from wiki_member",
            row -> cache(new GroupId(row.getString("group_id")), new UserId(row.getString("account")))));
        create(WikiOptions.WIKI, ADMINISTRATORS_NAME);
    }

    private boolean cache(GroupId group, UserId user)
    {
        this.members.computeIfAbsent(group, key -> ConcurrentHashMap.newKeySet()).add(user);
        return this.groups.computeIfAbsent(user, key -> ConcurrentHashMap.newKeySet()).add(group);
    }

    @Override
    public GroupId named(WikiId wiki, String name)
    {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("Invalid group name: 1 to 100 letters, digits and dashes are allowed.");
        }
        return new GroupId(wiki + ":XWiki." + name);
    }

    @Override
    public synchronized GroupId create(WikiId wiki, String name)
    {
        GroupId group = named(wiki, name);
        if (!this.names.containsKey(group)) {
            this.database.run(s -> s.update("insert into wiki_group (id, name) values (?, ?)", group.value(), name));
            this.names.put(group, name);
        }
        return group;
    }

    @Override
    public Set<UserId> members(GroupId group)
    {
        return Set.copyOf(this.members.getOrDefault(group, Set.of()));
    }

    @Override
    public synchronized void add(GroupId group, UserId user)
    {
        if (!this.names.containsKey(group)) {
            throw new IllegalArgumentException("Unknown group [" + group + "].");
        }
        if (!groupsOf(user).contains(group)) {
            this.database.run(s -> s.update("insert into wiki_member (group_id, account) values (?, ?)",
                group.value(), user.value()));
            cache(group, user);
            notifyListeners();
        }
    }

    @Override
    public synchronized void remove(GroupId group, UserId user)
    {
        if (groupsOf(user).contains(group)) {
            this.database.run(s -> s.update("delete from wiki_member where group_id = ? and account = ?",
                group.value(), user.value()));
            this.members.get(group).remove(user);
            this.groups.get(user).remove(group);
            notifyListeners();
        }
    }

    @Override
    public void hide(GroupId group, Set<GroupId> viewers)
    {
        // Groups have no pages in the embedded wiki: only the administration shows and changes them.
    }

    @Override
    public List<GroupLine> list()
    {
        return this.names.entrySet().stream()
            .map(entry -> new GroupLine(entry.getKey(), entry.getValue(), members(entry.getKey()).size()))
            .sorted(Comparator.comparing(GroupLine::name).thenComparing(line -> line.id().value())).toList();
    }

    @Override
    public boolean exists(GroupId group)
    {
        return this.names.containsKey(group);
    }

    @Override
    public Set<GroupId> groupsOf(UserId user)
    {
        return this.groups.getOrDefault(user, Set.of());
    }

    @Override
    public synchronized void delete(GroupId group) throws RefusedException
    {
        if (ADMINISTRATORS.equals(group)) {
            throw new RefusedException("embedded.group.administrators");
        }
        this.database.transaction(s -> {
            s.update("delete from wiki_member where group_id = ?", group.value());
            return s.update("delete from wiki_group where id = ?", group.value());
        });
        this.names.remove(group);
        Set<UserId> left = this.members.remove(group);
        if (left != null) {
            left.forEach(user -> this.groups.get(user).remove(group));
        }
        this.rules.forget(group);
        notifyListeners();
    }

    @Override
    public void listen(Runnable listener)
    {
        this.listeners.add(listener);
    }

    private void notifyListeners()
    {
        this.listeners.forEach(Runnable::run);
    }
}
