/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.copsuite.wiki.Access;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** Keeps rights in maps. Outside of protected spaces everybody may view, and every account may comment and edit. */
public class TestAccess implements Access
{
    private final Groups groups;

    private final Map<SpaceId, Protection> rules = new ConcurrentHashMap<>();

    private final Map<PageId, Set<UserId>> own = new ConcurrentHashMap<>();

    private final Set<UserId> administrators = ConcurrentHashMap.newKeySet();

    private final List<Consumer<SpaceId>> listeners = new CopyOnWriteArrayList<>();

    TestAccess(Groups groups)
    {
        this.groups = groups;
    }

    /** @param user the user who becomes an administrator of all wikis */
    public void addAdministrator(UserId user)
    {
        this.administrators.add(user);
    }

    /**
     * Gives a page its own rights.
     *
     * @param page the page
     * @param readers the only users, besides administrators, who may view the page
     */
    public void restrict(PageId page, Set<UserId> readers)
    {
        this.own.put(page, Set.copyOf(readers));
    }

    @Override
    public SpaceId decidingSpace(PageId page)
    {
        return deciding(page.space());
    }

    private SpaceId deciding(SpaceId space)
    {
        SpaceId at = space;
        while (!at.isWiki() && !this.rules.containsKey(at)) {
            at = at.parent();
        }
        return at;
    }

    @Override
    public boolean hasOwnRights(PageId page)
    {
        return this.own.containsKey(page);
    }

    @Override
    public Set<SpaceId> visibleSpaces(WikiId wiki, UserId user)
    {
        Set<SpaceId> spaces = new HashSet<>();
        spaces.add(SpaceId.of(wiki));
        this.rules.keySet().stream().filter(s -> s.wiki().equals(wiki) && has(user, Right.VIEW, s)).forEach(spaces::add);
        return spaces;
    }

    @Override
    public boolean has(UserId user, Right right, PageId page)
    {
        Set<UserId> readers = this.own.get(page);
        if (readers != null && !readers.contains(user) && !this.administrators.contains(user)) {
            return false;
        }
        return has(user, right, page.space());
    }

    @Override
    public boolean has(UserId user, Right right, SpaceId space)
    {
        if (this.administrators.contains(user)) {
            return true;
        }
        Protection rule = this.rules.get(deciding(space));
        if (rule == null) {
            return right == Right.VIEW || (!user.isGuest() && !user.isImported()
                && (right == Right.COMMENT || right == Right.EDIT));
        }
        if (allows(rule.everyone(), right) || (!user.isGuest() && !user.isImported() && allows(rule.signedIn(), right))) {
            return true;
        }
        return (this.groups.members(rule.members()).contains(user) && (right == Right.VIEW || right == Right.COMMENT))
            || (in(rule.facilitators(), user) && right != Right.ADMINISTER)
            || (in(rule.moderators(), user) && right != Right.ADMINISTER)
            || (in(rule.curators(), user) && right != Right.ADMINISTER && right != Right.MODERATE);
    }

    private boolean in(GroupId group, UserId user)
    {
        return group != null && this.groups.members(group).contains(user);
    }

    private static boolean allows(Right given, Right asked)
    {
        return given != null && (given == asked || (given == Right.COMMENT && asked == Right.VIEW));
    }

    @Override
    public void protect(SpaceId space, Protection protection)
    {
        this.rules.put(space, protection);
        this.listeners.forEach(l -> l.accept(space));
    }

    @Override
    public void onChange(Consumer<SpaceId> listener)
    {
        this.listeners.add(listener);
    }

    void forgetListeners()
    {
        this.listeners.clear();
    }
}
