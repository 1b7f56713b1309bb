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

    /** @return the standings of the members of a community */
    static Map<UserId, Standing> standings(Session session, WikiId wiki, CommunityId community)
    {
        Map<UserId, Standing> standings = new LinkedHashMap<>();
        session.createQuery("from MembershipRow where wiki = :wiki and community = :community", MembershipRow.class)
            .setParameter("wiki", wiki.value()).setParameter("community", community.value()).getResultList()
            .forEach(row -> standings.put(new UserId(row.person), row.standing()));
        return standings;
    }

    /** @return the facilitators of a community, at most 100, in the order of joining */
    static List<UserId> facilitators(Session session, String wiki, UUID community)
    {
        return session.createQuery("select person from MembershipRow where wiki = :wiki and community = :community "
            + "and roleOrder = :facilitators order by since, sequence", String.class).setParameter("wiki", wiki)
            .setParameter("community", community).setParameter("facilitators", Role.FACILITATOR.order())
            .setMaxResults(100).getResultStream().map(UserId::new).toList();
    }

    /** @return the communities of a person with the person's role, by the time of joining */
    static Map<CommunityId, Role> memberships(Session session, WikiId wiki, UserId person)
    {
        Map<CommunityId, Role> roles = new LinkedHashMap<>();
        membershipRows(session, wiki, person).forEach((community, row) -> roles.put(community, Role.valueOf(row.role)));
        return roles;
    }

    /** @return the memberships of a person, by the time of joining */
    static Map<CommunityId, MembershipRow> membershipRows(Session session, WikiId wiki, UserId person)
    {
        Map<CommunityId, MembershipRow> rows = new LinkedHashMap<>();
        session.createQuery("from MembershipRow where wiki = :wiki and person = :person order by since, sequence",
            MembershipRow.class).setParameter("wiki", wiki.value()).setParameter("person", person.value())
            .getResultList().forEach(row -> rows.put(new CommunityId(row.community), row));
        return rows;
    }

    /** @return the membership of a person in a community; {@code null} if the person is not a member */
    static MembershipRow membership(Session session, WikiId wiki, CommunityId community, UserId person)
    {
        return session.get(MembershipRow.class, new MembershipRow.Key(wiki.value(), community.value(),
            person.value()));
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
