/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService;
import org.copsuite.db.Chunks;
import org.copsuite.db.IdCondition;
import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionCache;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/** Reads the tables of communities and memberships. */
@Component
@Singleton
public class DefaultCommunityAccess implements CommunityAccess, Initializable
{
    /** The capacity of the cache in communities. */
    private static final long CAPACITY = 50_000;

    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    private ProjectionCache<WikiId, List<Place>> places;

    @Override
    public void initialize()
    {
        this.places = new ProjectionCache<>(this.ledger, CAPACITY, List::size);
    }

    /**
     * What decides who may view a community.
     *
     * @param id its id
     * @param hasOwnRights whether its home page has rights of its own
     * @param page its home page
     * @param space the deciding space of that page
     */
    private record Place(CommunityId id, boolean hasOwnRights, PageId page, SpaceId space)
    {
    }

    @Override
    public Set<CommunityId> visible(UserId reader, WikiId wiki)
    {
        // Filtered here, not in the statement: a list of all visible spaces costs more than reading all communities.
        Set<SpaceId> spaces = this.access.visibleSpaces(wiki, reader);
        Set<CommunityId> visible = new HashSet<>();
        for (Place place : this.places.get(wiki, session -> places(session, wiki))) {
            if (place.hasOwnRights() ? this.access.has(reader, Right.VIEW, place.page()) : spaces.contains(place.space())) {
                visible.add(place.id());
            }
        }
        return visible;
    }

    private static List<Place> places(Session session, WikiId wiki)
    {
        return session.createQuery("select id, ownRights, page, space from CommunityRow where wiki = :wiki "
            + "and deleted = false", Object[].class).setParameter(WIKI, wiki.value()).getResultStream()
            .map(row -> new Place(new CommunityId((UUID) row[0]), (Boolean) row[1], PageId.parse((String) row[2]),
                SpaceId.parse((String) row[3]))).toList();
    }

    @Override
    public Set<CommunityId> open(WikiId wiki)
    {
        return this.ledger.read(session -> session
            .createQuery("select id from CommunityRow where wiki = :wiki and deleted = false and access = :access",
                UUID.class)
            .setParameter(WIKI, wiki.value()).setParameter("access", CommunityService.Visibility.OPEN.name())
            .getResultStream().map(CommunityId::new).collect(Collectors.toSet()));
    }

    @Override
    public Set<UserId> members(WikiId wiki, CommunityId community, Collection<UserId> people)
    {
        if (people.isEmpty()) {
            return Set.of();
        }
        return this.ledger.read(session -> Chunks.of(people).stream().flatMap(some -> session
            .createQuery("select person from MembershipRow where wiki = :wiki and community = :community "
                + "and person in (:people)", String.class)
            .setParameter(WIKI, wiki.value()).setParameter("community", community.value())
            .setParameterList("people", some.stream().map(UserId::value).toList()).getResultStream())
            .map(UserId::new).collect(Collectors.toSet()));
    }

    @Override
    public List<CommunityLocation> unfacilitated(WikiId wiki, int limit)
    {
        return this.ledger.read(session -> session
            .createQuery("from CommunityRow where wiki = :wiki and deleted = false and unfacilitated = true "
                + "order by created, sequence", CommunityRow.class)
            .setParameter(WIKI, wiki.value()).setMaxResults(limit).getResultStream()
            .map(row -> new CommunityLocation(new CommunityId(row.id), row.title, PageId.parse(row.page))).toList());
    }

    @Override
    public Map<CommunityId, CommunityLocation> existing(WikiId wiki, Collection<CommunityId> communities)
    {
        return locations(wiki, communities, (row, page) -> true);
    }

    @Override
    public List<UserId> members(WikiId wiki, CommunityId community, String person, int limit)
    {
        return this.ledger.read(session -> {
            Query<String> query = session.createQuery("select person from MembershipRow where wiki = :wiki "
                + "and community = :community and person > :person order by wiki, community, person", String.class)
                .setParameter(WIKI, wiki.value()).setParameter("community", community.value())
                .setParameter("person", person).setMaxResults(limit);
            OrderedHsqlDialect.orderByIndex(session, query);
            return query.getResultStream().map(UserId::new).toList();
        });
    }

    @Override
    public Optional<UserId> facilitator(WikiId wiki, CommunityId community)
    {
        return this.ledger.read(session -> session
            .createQuery("select m.person from MembershipRow m, CommunityRow c where m.wiki = :wiki "
                + "and m.community = :community and m.role = :role and c.wiki = m.wiki and c.id = m.community "
                + "and c.deleted = false order by m.since, m.sequence", String.class)
            .setParameter(WIKI, wiki.value()).setParameter("community", community.value())
            .setParameter("role", CommunityService.Role.FACILITATOR.name()).setMaxResults(1).getResultStream()
            .map(UserId::new).findFirst());
    }

    @Override
    public List<UserId> holders(WikiId wiki, CommunityId community, CommunityService.Role role, int limit)
    {
        return this.ledger.read(session -> session
            .createQuery("select person from MembershipRow where wiki = :wiki and community = :community "
                + "and role = :role order by person", String.class)
            .setParameter(WIKI, wiki.value()).setParameter("community", community.value())
            .setParameter("role", role.name()).setMaxResults(limit).getResultStream().map(UserId::new).toList());
    }

    @Override
    public List<UserId> permitted(WikiId wiki, CommunityId community, CommunityPermission permission, String after,
        int limit)
    {
        List<String> roles = Arrays.stream(CommunityService.Role.values())
            .filter(role -> role.permissions().contains(permission)).map(Enum::name).toList();
        return this.ledger.read(session -> session
            .createQuery("select person from MembershipRow where wiki = :wiki and community = :community "
                + "and role in (:roles) and person > :after order by person", String.class)
            .setParameter(WIKI, wiki.value()).setParameter("community", community.value())
            .setParameterList("roles", roles).setParameter("after", after).setMaxResults(limit).getResultStream()
            .map(UserId::new).toList());
    }

    @Override
    public Map<CommunityId, CommunityLocation> find(UserId reader, WikiId wiki, Collection<CommunityId> communities)
    {
        if (communities.isEmpty()) {
            return Map.of();
        }
        Set<SpaceId> visible = this.access.visibleSpaces(wiki, reader);
        return locations(wiki, communities, (row, page) -> (Boolean) row[4]
            ? this.access.has(reader, Right.VIEW, page) : visible.contains(SpaceId.parse((String) row[3])));
    }

    private Map<CommunityId, CommunityLocation> locations(WikiId wiki, Collection<CommunityId> communities,
        BiPredicate<Object[], PageId> shown)
    {
        List<Object[]> rows = new ArrayList<>();
        List<UUID> others = new ArrayList<>();
        communities.forEach(id -> CommunityRepository.known(wiki, id.value()).ifPresentOrElse(row -> {
            if (!row.deleted) {
                rows.add(new Object[] {row.id, row.title, row.page, row.space, row.ownRights});
            }
        }, () -> others.add(id.value())));
        if (!others.isEmpty()) {
            rows.addAll(this.ledger.read(session -> IdCondition.list(others, some -> session
                .createQuery("select c.id, c.title, c.page, c.space, c.ownRights from CommunityRow c where "
                    + IdCondition.condition(session, "c", some) + " and c.deleted = false", Object[].class)
                .setParameter(WIKI, wiki.value()))));
        }
        Map<CommunityId, CommunityLocation> found = new HashMap<>();
        for (Object[] row : rows) {
            PageId page = PageId.parse((String) row[2]);
            if (shown.test(row, page)) {
                CommunityId id = new CommunityId((UUID) row[0]);
                found.put(id, new CommunityLocation(id, (String) row[1], page));
            }
        }
        return found;
    }
}
