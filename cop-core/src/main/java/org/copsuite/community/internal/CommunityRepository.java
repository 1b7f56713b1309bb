/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.RowKey;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;

/** Statements on the tables of communities and memberships. */
final class CommunityRepository
{
    private CommunityRepository()
    {
    }

    /** @return the current row of the community, also of a deleted one; {@code null} if there is none */
    static CommunityRow find(Session session, WikiId wiki, UUID id)
    {
        return session.get(CommunityRow.class, new RowKey(wiki, id));
    }

    /** @return the communities, not deleted, whose space is or contains the given space, innermost first */
    static List<CommunityRow> around(Session session, SpaceId innermost)
    {
        List<String> spaces = new ArrayList<>();
        for (SpaceId space = innermost; !space.isWiki(); space = space.parent()) {
            spaces.add(space.toString());
        }
        if (spaces.isEmpty()) {
            return List.of();
        }
        return session
            .createQuery("from CommunityRow where homeSpace in (:spaces) and deleted = false", CommunityRow.class)
            .setParameterList("spaces", spaces).getResultStream()
            .sorted(Comparator.comparing((CommunityRow row) -> row.homeSpace.length()).reversed()).toList();
    }

    /**
     * @return the members of a community with their roles: facilitators first, then experts, each by the time of
     *         joining
     */
    static Map<UserId, Role> roles(Session session, WikiId wiki, CommunityId community)
    {
        Map<UserId, Role> roles = new LinkedHashMap<>();
        session.createQuery("select person, role from MembershipRow where wiki = :wiki and community = :community "
            + "order by roleOrder, since, sequence", Object[].class).setParameter("wiki", wiki.value())
            .setParameter("community", community.value()).getResultList()
            .forEach(row -> roles.put(new UserId((String) row[0]), Role.valueOf((String) row[1])));
        return roles;
    }

    /** @return the communities of a person with the person's role, by the time of joining */
    static Map<CommunityId, Role> memberships(Session session, WikiId wiki, UserId person)
    {
        Map<CommunityId, Role> roles = new LinkedHashMap<>();
        session.createQuery("select community, role from MembershipRow where wiki = :wiki and person = :person "
            + "order by since, sequence", Object[].class).setParameter("wiki", wiki.value())
            .setParameter("person", person.value()).getResultList()
            .forEach(row -> roles.put(new CommunityId((UUID) row[0]), Role.valueOf((String) row[1])));
        return roles;
    }

    /** @return the role of a person in a community; empty if the person is not a member */
    static Optional<Role> role(Session session, WikiId wiki, CommunityId community, UserId person)
    {
        return session
            .createQuery("select role from MembershipRow where wiki = :wiki and community = :community "
                + "and person = :person", String.class)
            .setParameter("wiki", wiki.value()).setParameter("community", community.value())
            .setParameter("person", person.value())
            .uniqueResultOptional().map(Role::valueOf);
    }
}
