/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Tags;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityRelations;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.db.Like;
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

/** Reads the candidates of a community once for all readers, and filters them for each. */
@Component
@Singleton
public class DefaultCommunityRelations implements CommunityRelations, Initializable
{
    private static final int CANDIDATES = 500;

    /** The capacity of the cache in candidates. */
    private static final long CAPACITY = 50_000;

    private static final int PEOPLE_OF_A_TOPIC = 5;

    private static final Comparator<Candidate> ORDER = Comparator.comparingLong((Candidate one) ->
        -one.people() - (long) PEOPLE_OF_A_TOPIC * one.topics().size()).thenComparing(one -> one.location().title())
        .thenComparing(one -> one.location().id().toString());

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityService communities;

    @Inject
    private Access access;

    private ProjectionCache<Key, List<Candidate>> cache;

    @Override
    public void initialize()
    {
        this.cache = new ProjectionCache<>(this.ledger, CAPACITY, candidates -> 1 + candidates.size());
    }

    private record Key(WikiId wiki, CommunityId community)
    {
    }

    private record Candidate(CommunityLocation location, SpaceId space, boolean ownRights, int people, List<String> topics)
    {
    }

    @Override
    public List<Related> related(UserId reader, WikiId wiki, CommunityId community, int limit) throws CopException
    {
        CommunityView view = this.communities.get(reader, wiki, community);
        List<Candidate> candidates =
            this.cache.get(new Key(wiki, community), session -> candidates(session, wiki, view));
        Set<SpaceId> visible = candidates.isEmpty() ? Set.of() : this.access.visibleSpaces(wiki, reader);
        return candidates.stream().filter(one -> one.ownRights()
            ? this.access.has(reader, Right.VIEW, one.location().page()) : visible.contains(one.space()))
            .limit(Math.max(1, Math.min(MAXIMUM, limit)))
            .map(one -> new Related(one.location(), one.people(), one.topics())).toList();
    }

    private static List<Candidate> candidates(Session session, WikiId wiki, CommunityView community)
    {
        StringBuilder topics = new StringBuilder();
        for (int i = 0; i < community.domains().size(); i++) {
            topics.append(" or c.domains like :topic").append(i).append(" escape '!'");
        }
        Query<Object[]> query = session.createQuery("select c.id, c.title, c.page, c.space, c.ownRights, c.domains, "
            + "count(m.person) from CommunityRow c left join MembershipRow m on m.wiki = c.wiki and m.community = c.id "
            + "and m.person in (select own.person from MembershipRow own where own.wiki = :wiki "
            + "and own.community = :community) where c.wiki = :wiki and c.deleted = false and c.preparation is null "
            + "and c.id <> :community and (m.person is not null" + topics + ") group by c.id, c.title, c.page, c.space, "
            + "c.ownRights, c.domains order by count(m.person) desc, c.id", Object[].class)
            .setParameter("wiki", wiki.value()).setParameter("community", community.id().value())
            .setMaxResults(CANDIDATES);
        for (int i = 0; i < community.domains().size(); i++) {
            query.setParameter("topic" + i, "% " + Like.literally(community.domains().get(i)) + " %");
        }
        return query.getResultStream().map(row -> candidate(row, community.domains())).sorted(ORDER).toList();
    }

    private static Candidate candidate(Object[] row, List<String> domains)
    {
        int column = 0;
        CommunityId id = new CommunityId((UUID) row[column++]);
        CommunityLocation location =
            new CommunityLocation(id, (String) row[column++], PageId.parse((String) row[column++]));
        SpaceId space = SpaceId.parse((String) row[column++]);
        boolean ownRights = (Boolean) row[column++];
        List<String> topics = new ArrayList<>(Tags.split((String) row[column++]));
        topics.retainAll(domains);
        return new Candidate(location, space, ownRights, ((Long) row[column]).intValue(), topics);
    }
}
