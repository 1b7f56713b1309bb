/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.copsuite.community.CommunityService.Role;
import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.db.ReadMemo;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionCache;
import org.copsuite.ledger.RowKey;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;

/** Statements on the tables of communities and memberships. */
final class CommunityRepository
{
    /**
     * The key under which {@link ReadMemo} holds the row of a community.
     *
     * @param wiki the wiki
     * @param id the community
     */
    private record Known(WikiId wiki, UUID id)
    {
    }

    private CommunityRepository()
    {
    }

    /** @return the current row of the community, also of a deleted one; {@code null} if there is none */
    static CommunityRow find(Session session, WikiId wiki, UUID id)
    {
        return session.get(CommunityRow.class, new RowKey(wiki, id));
    }

    /** @return as {@link #find}, read once for a page; nobody changes the row */
    static CommunityRow shared(Ledger ledger, WikiId wiki, UUID id)
    {
        return ReadMemo.get(new Known(wiki, id), () -> ledger.read(session -> find(session, wiki, id)));
    }

    /** @return the row of a community that was read for this page before */
    static Optional<CommunityRow> known(WikiId wiki, UUID id)
    {
        return ReadMemo.find(new Known(wiki, id));
    }

    /** @return as {@link #membership}, read once for a page; nobody changes the row */
    static MembershipRow sharedMembership(Ledger ledger, WikiId wiki, CommunityId community, UserId person)
    {
        return ReadMemo.get(new MembershipRow.Key(wiki.value(), community.value(), person.value()),
            () -> ledger.read(session -> membership(session, wiki, community, person)));
    }

    /**
     * Reads what {@link #around} does together with the membership of a person, and remembers both for the page, with the number of
     * changes that {@link ProjectionCache} asks for.
     *
     * @param person the person; a guest is a member of none
     */
    static List<CommunityRow> around(Session session, SpaceId innermost, UserId person)
    {
        List<String> spaces = spaces(innermost);
        if (spaces.isEmpty()) {
            return List.of();
        }
        List<CommunityRow> found = new ArrayList<>();
        // The head of the ledger has one row.
        session.createQuery("select c, m, (select h.changes from LedgerHead h) from CommunityRow c "
            + "left join MembershipRow m on m.wiki = c.wiki and m.community = c.id and m.person = :person "
            + "where c.homeSpace in (:spaces) and c.deleted = false",
            Object[].class).setParameter("person", person.value()).setParameterList("spaces", spaces).getResultList()
            .forEach(row -> {
                CommunityRow community = (CommunityRow) row[0];
                ReadMemo.put(new MembershipRow.Key(community.wiki, community.id, person.value()), row[1]);
                ReadMemo.put(ProjectionCache.CHANGES, row[2]);
                found.add(community);
            });
        return innermostFirst(found.stream());
    }

    /** @return the communities, not deleted, whose space is or contains the given space, innermost first */
    static List<CommunityRow> around(Session session, SpaceId innermost)
    {
        List<String> spaces = spaces(innermost);
        if (spaces.isEmpty()) {
            return List.of();
        }
        return innermostFirst(session
            .createQuery("from CommunityRow where homeSpace in (:spaces) and deleted = false", CommunityRow.class)
            .setParameterList("spaces", spaces).getResultStream());
    }

    private static List<CommunityRow> innermostFirst(Stream<CommunityRow> rows)
    {
        return rows.sorted(Comparator.comparing((CommunityRow row) -> row.homeSpace.length()).reversed())
            .peek(row -> ReadMemo.put(new Known(new WikiId(row.wiki), row.id), row)).toList();
    }

    /** @return a space and those around it */
    private static List<String> spaces(SpaceId innermost)
    {
        List<String> spaces = new ArrayList<>();
        for (SpaceId space = innermost; !space.isWiki(); space = space.parent()) {
            spaces.add(space.toString());
        }
        return spaces;
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
        Query<String> query = session.createQuery("select person from MembershipRow where wiki = :wiki "
            + "and community = :community and roleOrder = :facilitators "
            + "order by wiki, community, roleOrder, since, sequence", String.class).setParameter("wiki", wiki)
            .setParameter("community", community).setParameter("facilitators", Role.FACILITATOR.order())
            .setMaxResults(100);
        OrderedHsqlDialect.orderByIndex(session, query);
        return query.getResultStream().map(UserId::new).toList();
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
