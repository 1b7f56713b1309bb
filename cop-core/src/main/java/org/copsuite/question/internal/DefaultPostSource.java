/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.Tags;
import org.copsuite.db.Chunks;
import org.copsuite.db.IdCondition;
import org.copsuite.db.VisibleRows;
import org.copsuite.db.VisibleSpaces;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Reads the projections of questions and answers. */
@Component
@Singleton
public class DefaultPostSource implements PostSource
{
    private static final String WIKI = "wiki";

    private static final String QUESTION = "select id, page, community, author, title, tags, created, answers, accepted, "
        + "closed, needed from QuestionRow where wiki = :wiki and deleted = false ";

    private static final String FACTS = "select a.id, a.page, a.space, a.ownRights, a.author, a.created, a.score, a.accepted, "
        + "q.id, q.page, q.space, q.ownRights, q.title, q.tags from AnswerRow a, QuestionRow q where ";

    private static final List<String> WRITTEN_IN = List.of("AnswerRow", "CommentRow");

    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    @Override
    public Map<UUID, UUID> questionOf(WikiId wiki, Collection<UUID> posts)
    {
        if (posts.isEmpty()) {
            return Map.of();
        }
        return this.ledger.read(session -> {
            Map<UUID, UUID> questions = new HashMap<>();
            IdCondition.list(posts, some -> session
                .createQuery("select r.id from QuestionRow r where " + IdCondition.condition(session, "r", some), UUID.class)
                .setParameter(WIKI, wiki.value())).forEach(id -> questions.put(id, id));
            IdCondition.list(posts, some -> session
                .createQuery("select r.id, r.question from AnswerRow r where " + IdCondition.condition(session, "r", some),
                    Object[].class)
                .setParameter(WIKI, wiki.value())).forEach(row -> questions.put((UUID) row[0], (UUID) row[1]));
            return questions;
        });
    }

    @Override
    public Optional<String> body(WikiId wiki, PostId question)
    {
        return this.ledger.read(session -> session
            .createQuery("select body from QuestionRow where wiki = :wiki and id = :id and deleted = false", String.class)
            .setParameter(WIKI, wiki.value()).setParameter("id", question.value()).getResultStream().findFirst());
    }

    @Override
    public boolean hasAsked(WikiId wiki, CommunityId community, Collection<UserId> people)
    {
        return this.ledger.read(session -> Chunks.of(people).stream().anyMatch(some -> !session
            .createQuery("select 1 from QuestionRow where wiki = :wiki and author in (:authors) and community = :community",
                Integer.class)
            .setParameter(WIKI, wiki.value()).setParameter("community", community.value())
            .setParameterList("authors", some.stream().map(UserId::value).toList()).setMaxResults(1).getResultList()
            .isEmpty()));
    }

    @Override
    public Map<PostId, AnswerFacts> answers(UserId reader, WikiId wiki, Collection<PostId> answers)
    {
        if (answers.isEmpty()) {
            return Map.of();
        }
        Set<SpaceId> visible = this.access.visibleSpaces(wiki, reader);
        List<Object[]> rows = this.ledger.read(session -> facts(session, wiki, answers));
        Map<PostId, AnswerFacts> facts = new HashMap<>();
        for (Object[] row : rows) {
            if (mayView(reader, visible, row, 1) && mayView(reader, visible, row, 9)) {
                facts.put(new PostId((UUID) row[0]), facts(row));
            }
        }
        return facts;
    }

    @Override
    public List<AnswerFacts> latestAnswers(UserId reader, WikiId wiki, Collection<UserId> authors, int limit)
    {
        if (authors.isEmpty()) {
            return List.of();
        }
        Set<String> spaces = VisibleSpaces.of(this.access, wiki, reader);
        Set<String> names = UserId.values(authors);
        return this.ledger.read(session -> {
            // The index knows from when on answers count; without that bound a database reads all answers of several authors.
            long since = session
                .createQuery("select created from AnswerRow where wiki = :wiki and author in (:authors) order by created desc",
                    Long.class)
                .setParameter(WIKI, wiki.value()).setParameterList("authors", names)
                .setFirstResult(limit - 1).setMaxResults(1).uniqueResultOptional().orElse(0L);
            return session.createQuery(FACTS + "a.wiki = :wiki and a.author in (:authors) and a.created >= :since "
                + "and a.deleted = false and a.ownRights = false and q.wiki = a.wiki and q.id = a.question "
                + "and q.deleted = false and q.ownRights = false order by a.created desc, a.id", Object[].class)
                .setParameter(WIKI, wiki.value()).setParameterList("authors", names).setParameter("since", since)
                .setMaxResults(limit).getResultList();
        }).stream().filter(row -> spaces.contains((String) row[2]) && spaces.contains((String) row[10]))
            .map(DefaultPostSource::facts).toList();
    }

    @Override
    public Map<String, Long> questionsWith(UserId reader, WikiId wiki, Collection<String> tags)
    {
        if (tags.isEmpty()) {
            return Map.of();
        }
        Set<String> spaces = VisibleSpaces.of(this.access, wiki, reader);
        boolean named = VisibleRows.mayName(spaces);
        Map<String, Long> questions = new HashMap<>();
        this.ledger.read(session -> {
            Query<Object[]> query = session.createQuery("select t.tag, t.space, t.questions from TagRow t "
                + "where t.wiki = :wiki and t.tag in (:tags)" + (named ? " and t.space in (:spaces)" : ""), Object[].class)
                .setParameter(WIKI, wiki.value()).setParameterList("tags", tags);
            return (named ? query.setParameterList("spaces", spaces) : query).getResultList();
        }).stream().filter(row -> spaces.contains((String) row[1]))
            .forEach(row -> questions.merge((String) row[0], ((Number) row[2]).longValue(), Long::sum));
        return questions;
    }

    @Override
    public Map<UUID, PostLocation> locations(WikiId wiki, Collection<UUID> posts)
    {
        Map<UUID, PostLocation> locations = new HashMap<>();
        for (Object[] row : locationRows(wiki, posts)) {
            locations.put((UUID) row[0], location(wiki, row));
        }
        return locations;
    }

    @Override
    public Map<UUID, PostLocation> locations(UserId reader, WikiId wiki, Collection<UUID> posts)
    {
        Set<SpaceId> visible = this.access.visibleSpaces(wiki, reader);
        Map<UUID, PostLocation> locations = new HashMap<>();
        for (Object[] row : locationRows(wiki, posts)) {
            if (mayView(reader, visible, row, 1) && mayView(reader, visible, row, 5)) {
                locations.put((UUID) row[0], location(wiki, row));
            }
        }
        return locations;
    }

    /**
     * Reads id, page, deciding space and own-rights flag of each post, the same four columns of its question, then
     * title, tags, community, author and the number of people who have the question.
     */
    private List<Object[]> locationRows(WikiId wiki, Collection<UUID> posts)
    {
        if (posts.isEmpty()) {
            return List.of();
        }
        return this.ledger.read(session -> {
            List<Object[]> rows = new ArrayList<>(IdCondition.list(posts,
                some -> session.createQuery("select q.id, q.page, "
                + "q.space, q.ownRights, q.id, q.page, q.space, q.ownRights, q.title, q.tags, q.community, q.author, "
                + "q.needed from QuestionRow q where " + IdCondition.condition(session, "q", some) + " and q.deleted = false",
                    Object[].class)
                .setParameter(WIKI, wiki.value())));
            rows.addAll(IdCondition.list(posts, some ->
                session.createQuery("select a.id, a.page, a.space, a.ownRights, q.id, "
                + "q.page, q.space, q.ownRights, q.title, q.tags, q.community, a.author, q.needed "
                + "from AnswerRow a, QuestionRow q where " + IdCondition.condition(session, "a", some)
                + " and a.deleted = false and q.wiki = a.wiki and q.id = a.question and q.deleted = false", Object[].class)
                .setParameter(WIKI, wiki.value())));
            return rows;
        });
    }

    private static PostLocation location(WikiId wiki, Object[] row)
    {
        PostRef post = new PostRef(new PostId((UUID) row[0]), new PostId((UUID) row[4]), wiki,
            PageId.parse((String) row[1]), PageId.parse((String) row[5]), new CommunityId((UUID) row[10]));
        return new PostLocation(post, (String) row[8], Tags.split((String) row[9]), new UserId((String) row[11]),
            (Integer) row[12]);
    }

    @Override
    public Set<UserId> writers(WikiId wiki, PostId question, long before)
    {
        String which = " where wiki = :wiki and deleted = false and sequence < :before and ";
        return this.ledger.read(session -> Stream.of("select author from QuestionRow" + which + "id = :id",
            "select distinct author from AnswerRow" + which + "question = :id")
            .flatMap(hql -> session.createQuery(hql, String.class).setParameter(WIKI, wiki.value())
                .setParameter("id", question.value()).setParameter("before", before).getResultStream())
            .map(UserId::new).collect(Collectors.toSet()));
    }

    @Override
    public Optional<QuestionFacts> question(WikiId wiki, PostId question)
    {
        return this.ledger.read(session -> session.createQuery(QUESTION + "and id = :id", Object[].class)
            .setParameter(WIKI, wiki.value()).setParameter("id", question.value()).getResultStream()
            .map(DefaultPostSource::question).findFirst());
    }

    @Override
    public List<QuestionFacts> unanswered(WikiId wiki, Instant from, Instant until, PostId after, int limit)
    {
        return this.ledger.read(session -> {
            Query<Object[]> query = session.createQuery(QUESTION + "and answers = 0 and closed = false "
                + "and created >= :from and created < :until" + (after == null ? "" : " and id > :after")
                + " order by id", Object[].class).setParameter(WIKI, wiki.value())
                .setParameter("from", from.toEpochMilli()).setParameter("until", until.toEpochMilli())
                .setMaxResults(limit);
            if (after != null) {
                query.setParameter("after", after.value());
            }
            return query.getResultStream().map(DefaultPostSource::question).toList();
        });
    }

    @Override
    public Map<UUID, Long> lastByOthers(WikiId wiki, Collection<UUID> questions)
    {
        Map<UUID, Long> last = new HashMap<>();
        for (List<UUID> some : Chunks.of(questions)) {
            for (String entity : WRITTEN_IN) {
                this.ledger.read(session -> session.createQuery("select question, max(sequence) from " + entity
                    + " where wiki = :wiki and question in (:questions) and author <> :nobody and deleted = false "
                    + "group by question", Object[].class).setParameter(WIKI, wiki.value())
                    .setParameterList("questions", some).setParameter("nobody", UserId.ANONYMOUS.value()).getResultList())
                    .forEach(row -> last.merge((UUID) row[0], (Long) row[1], Math::max));
            }
        }
        return last;
    }

    @Override
    public List<UUID> anonymous(Ledger.Transaction tx, WikiId wiki, UUID question, int limit)
    {
        return Stream.of("QuestionRow where id", "AnswerRow where question", "CommentRow where question")
            .flatMap(rows -> tx.session().createQuery("select id from " + rows
                + " = :question and wiki = :wiki and author = :nobody order by created, id", UUID.class)
                .setParameter("question", question).setParameter(WIKI, wiki.value())
                .setParameter("nobody", UserId.ANONYMOUS.value()).setMaxResults(limit).getResultStream()).limit(limit).toList();
    }

    private static QuestionFacts question(Object[] row)
    {
        return new QuestionFacts(new PostId((UUID) row[0]), PageId.parse((String) row[1]),
            new CommunityId((UUID) row[2]), new UserId((String) row[3]), (String) row[4], Tags.split((String) row[5]),
            Instant.ofEpochMilli((Long) row[6]), (Integer) row[7], (Integer) row[8] > 0, (Boolean) row[9],
            (Integer) row[10]);
    }

    private static List<Object[]> facts(Session session, WikiId wiki, Collection<PostId> answers)
    {
        List<UUID> ids = answers.stream().map(PostId::value).toList();
        return IdCondition.list(ids, some -> session.createQuery(FACTS + IdCondition.condition(session, "a", some)
            + " and a.deleted = false and q.wiki = a.wiki and q.id = a.question and q.deleted = false", Object[].class)
            .setParameter(WIKI, wiki.value()));
    }

    private static AnswerFacts facts(Object[] row)
    {
        return new AnswerFacts(new PostId((UUID) row[0]), new PostId((UUID) row[8]), (String) row[12],
            PageId.parse((String) row[9]), new UserId((String) row[4]), Tags.split((String) row[13]),
            Instant.ofEpochMilli((Long) row[5]), (Integer) row[6], (Boolean) row[7]);
    }

    /**
     * @param from the index of the column with the page, followed by the deciding space and the own-rights flag
     * @return whether the reader may view that page
     */
    private boolean mayView(UserId reader, Set<SpaceId> visible, Object[] row, int from)
    {
        boolean ownRights = (Boolean) row[from + 2];
        return ownRights ? this.access.has(reader, Right.VIEW, PageId.parse((String) row[from]))
            : visible.contains(SpaceId.parse((String) row[from + 1]));
    }
}
