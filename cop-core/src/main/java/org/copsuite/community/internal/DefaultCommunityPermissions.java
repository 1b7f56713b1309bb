/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Reads the role of the person, and asks the wiki for its rights. */
@Component(roles = {CommunityPermissions.class, DefaultCommunityPermissions.class})
@Singleton
public class DefaultCommunityPermissions implements CommunityPermissions
{
    @Inject
    private Access access;

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<CommunityReader> reader;

    @Inject
    private Provider<CommunityAccess> communities;

    @Override
    public Set<CommunityPermission> of(UserId person, WikiId wiki, CommunityId community)
    {
        try {
            return of(person, this.reader.get().row(person, wiki, community));
        } catch (CopException e) {
            // NOT_FOUND: also for a community that the person may not view.
            return EnumSet.noneOf(CommunityPermission.class);
        }
    }

    @Override
    public Map<CommunityId, Set<CommunityPermission>> of(UserId person, WikiId wiki,
        Collection<CommunityId> communities)
    {
        Map<CommunityId, CommunityLocation> visible = this.communities.get().find(person, wiki, communities);
        if (visible.isEmpty() || person.isGuest()) {
            return Map.of();
        }
        Map<CommunityId, MembershipRow> memberships =
            this.ledger.read(session -> CommunityRepository.membershipRows(session, wiki, person));
        Map<CommunityId, Set<CommunityPermission>> permissions = new HashMap<>();
        visible.forEach((id, home) -> permissions.put(id, of(person, home.page(), memberships.get(id))));
        return permissions;
    }

    @Override
    public List<UserId> holders(WikiId wiki, CommunityId community, CommunityPermission permission, String after,
        int limit)
    {
        List<String> roles = Arrays.stream(Role.values()).filter(role -> role.permissions().contains(permission))
            .map(Role::name).toList();
        return this.ledger.read(session -> session.createQuery("select person from MembershipRow where wiki = :wiki "
            + "and community = :community and person > :after and (role in (:roles) "
            + "or granted like :granted) order by person", String.class)
            .setParameter("wiki", wiki.value()).setParameter("community", community.value())
            .setParameter("after", after).setParameterList("roles", roles)
            .setParameter("granted", "%," + permission.name() + ",%").setMaxResults(limit).getResultStream()
            .map(UserId::new).toList());
    }

    @Override
    public void check(UserId person, CommunityPermission permission, WikiId wiki, CommunityId community)
        throws CopException
    {
        // A guest reads that there is no such community before being asked to sign in.
        CommunityRow row = this.reader.get().row(person, wiki, community);
        CopException.requireAccount(person);
        if (!of(person, row).contains(permission)) {
            throw CopException.forbidden();
        }
    }

    Set<CommunityPermission> of(UserId person, CommunityRow row)
    {
        MembershipRow membership = person.isGuest() ? null : CommunityRepository.sharedMembership(this.ledger,
            new WikiId(row.wiki), new CommunityId(row.id), person);
        return of(person, PageId.parse(row.page), membership);
    }

    /**
     * @param person a person who may view the community
     * @param home its home page
     * @param membership the membership of the person, {@code null} if the person is not a member
     * @return the permissions of the person
     */
    Set<CommunityPermission> of(UserId person, PageId home, MembershipRow membership)
    {
        Set<CommunityPermission> permissions = EnumSet.noneOf(CommunityPermission.class);
        if (person.isGuest() || person.isImported()) {
            return permissions;
        }
        if (this.access.has(person, Right.ADMINISTER, home)) {
            return EnumSet.allOf(CommunityPermission.class);
        }
        if (membership != null) {
            permissions.addAll(membership.permissions());
        }
        set(permissions, CommunityPermission.MODERATE, moderates(person, home));
        set(permissions, CommunityPermission.CURATE, curates(person, home));
        return permissions;
    }

    private static void set(Set<CommunityPermission> permissions, CommunityPermission permission, boolean has)
    {
        if (has) {
            permissions.add(permission);
        } else {
            permissions.remove(permission);
        }
    }

    @Override
    public boolean moderates(UserId person, PageId page)
    {
        return has(person, Right.MODERATE, page);
    }

    @Override
    public boolean curates(UserId person, PageId page)
    {
        return has(person, Right.EDIT, page);
    }

    private boolean has(UserId person, Right right, PageId page)
    {
        return !person.isGuest() && this.access.has(person, right, page);
    }
}
