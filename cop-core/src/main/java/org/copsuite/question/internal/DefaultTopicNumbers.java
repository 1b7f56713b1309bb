/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.db.Chunks;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionCache;
import org.copsuite.question.TopicNumbers;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/**
 * Counts in the database, by the deciding spaces too: what is cached is the same for all readers, and no statement names
 * the spaces of one.
 */
@Component
@Singleton
public class DefaultTopicNumbers implements TopicNumbers, Initializable
{
    /** The capacity of the cache in rows. */
    private static final long CAPACITY = 200_000;

    private static final String ANSWERS = "from AnswerRow a, QuestionTagRow t, QuestionRow q where q.wiki = :wiki "
        + "and q.community = :community and q.deleted = false and q.ownRights = false and a.wiki = q.wiki "
        + "and a.question = q.id and a.deleted = false and a.ownRights = false and a.created >= :since "
        + "and a.author <> :nobody and t.wiki = q.wiki and t.question = q.id and t.tag in (:tags) ";

    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    private ProjectionCache<AskedKey, List<AskedIn>> asked;

    private ProjectionCache<AnsweredKey, AnsweredIn> answered;

    @Override
    public void initialize()
    {
        this.asked = new ProjectionCache<>(this.ledger, CAPACITY, rows -> 1 + rows.size());
        this.answered = new ProjectionCache<>(this.ledger, CAPACITY, rows -> 1 + rows.totals().size() + rows.pairs().size());
    }

    private record AskedKey(WikiId wiki, CommunityId community, Instant since)
    {
    }

    private record AnsweredKey(AskedKey where, Set<String> tags)
    {
    }

    private record AskedIn(SpaceId space, Asked numbers)
    {
    }

    private record Total(String tag, SpaceId question, SpaceId answer, int answers)
    {
    }

    private record Pair(String tag, SpaceId question, SpaceId answer, Author author)
    {
    }

    private record AnsweredIn(List<Total> totals, List<Pair> pairs)
    {
    }

    @Override
    public List<Asked> asked(UserId reader, WikiId wiki, CommunityId community, Instant since)
    {
        Set<SpaceId> visible = this.access.visibleSpaces(wiki, reader);
        Map<String, Asked> byTag = new LinkedHashMap<>();
        for (AskedIn row : this.asked.get(new AskedKey(wiki, community, since), session -> readAsked(session, wiki, community, since))) {
            if (visible.contains(row.space())) {
                byTag.merge(row.numbers().tag(), row.numbers(),
                    (a, b) -> new Asked(a.tag(), a.questions() + b.questions(), a.open() + b.open()));
            }
        }
        return byTag.values().stream()
            .sorted(Comparator.comparingInt(Asked::questions).reversed().thenComparing(Asked::tag)).limit(TOPICS).toList();
    }

    private static List<AskedIn> readAsked(Session session, WikiId wiki, CommunityId community, Instant since)
    {
        // Nearly always all questions of a community are in one space: twice as many rows leave room for a second one.
        return session.createQuery("select t.tag, q.space, count(q.id), "
            + "sum(case when q.closed = false and q.accepted = 0 then 1 else 0 end) from QuestionTagRow t, QuestionRow q "
            + "where q.wiki = :wiki and q.community = :community and q.created >= :since and q.deleted = false "
            + "and q.ownRights = false and t.wiki = q.wiki and t.question = q.id "
            + "group by t.tag, q.space order by count(q.id) desc, t.tag", Object[].class)
            .setParameter("wiki", wiki.value()).setParameter("community", community.value())
            .setParameter("since", since.toEpochMilli()).setMaxResults(2 * TOPICS).getResultStream()
            .map(row -> new AskedIn(SpaceId.parse((String) row[1]),
                new Asked((String) row[0], number(row[2]), number(row[3])))).toList();
    }

    @Override
    public Map<String, Answered> answered(UserId reader, WikiId wiki, CommunityId community, Instant since, Collection<String> tags)
    {
        Set<SpaceId> visible = this.access.visibleSpaces(wiki, reader);
        Map<String, Integer> totals = new HashMap<>();
        Map<String, Map<UserId, Author>> authors = new HashMap<>();
        AskedKey where = new AskedKey(wiki, community, since);
        for (List<String> some : Chunks.of(tags)) {
            AnsweredIn rows = this.answered.get(new AnsweredKey(where, Set.copyOf(some)), session -> readAnswered(session, where, some));
            rows.totals().stream().filter(row -> visible.contains(row.question()) && visible.contains(row.answer()))
                .forEach(row -> totals.merge(row.tag(), row.answers(), Integer::sum));
            rows.pairs().stream().filter(row -> visible.contains(row.question()) && visible.contains(row.answer()))
                .forEach(row -> authors.computeIfAbsent(row.tag(), tag -> new LinkedHashMap<>())
                    .merge(row.author().id(), row.author(), DefaultTopicNumbers::sum));
        }
        Map<String, Answered> answered = new HashMap<>();
        totals.forEach((tag, total) -> answered.put(tag, new Answered(total, sorted(authors.getOrDefault(tag, Map.of())))));
        return answered;
    }

    private static Author sum(Author one, Author other)
    {
        return new Author(one.id(), one.answers() + other.answers(), one.welcome() + other.welcome());
    }

    private static List<Author> sorted(Map<UserId, Author> authors)
    {
        return authors.values().stream().sorted(Comparator.comparingInt(Author::answers).reversed()
            .thenComparing(author -> author.id().value())).toList();
    }

    private static AnsweredIn readAnswered(Session session, AskedKey where, List<String> tags)
    {
        List<Total> totals = query(session, where, tags, "select t.tag, q.space, a.space, count(a.id) " + ANSWERS
            + "group by t.tag, q.space, a.space").stream()
            .map(row -> new Total((String) row[0], SpaceId.parse((String) row[1]), SpaceId.parse((String) row[2]), number(row[3])))
            .toList();
        List<Pair> pairs = new ArrayList<>();
        if (!totals.isEmpty()) {
            query(session, where, tags, "select t.tag, q.space, a.space, a.author, count(a.id), "
                + "sum(case when a.score >= 0 then 1 else 0 end) " + ANSWERS
                + "group by t.tag, q.space, a.space, a.author order by count(a.id) desc, t.tag, a.author")
                .forEach(row -> pairs.add(new Pair((String) row[0], SpaceId.parse((String) row[1]),
                    SpaceId.parse((String) row[2]), new Author(new UserId((String) row[3]), number(row[4]), number(row[5])))));
        }
        return new AnsweredIn(totals, List.copyOf(pairs));
    }

    private static List<Object[]> query(Session session, AskedKey where, List<String> tags, String hql)
    {
        Query<Object[]> query = session.createQuery(hql, Object[].class).setParameter("wiki", where.wiki().value())
            .setParameter("community", where.community().value()).setParameter("since", where.since().toEpochMilli())
            .setParameter("nobody", UserId.ANONYMOUS.value()).setParameterList("tags", tags);
        return query.setMaxResults(PAIRS).getResultList();
    }

    private static int number(Object value)
    {
        return ((Number) value).intValue();
    }
}
