/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.Ledger;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.internal.Summaries.Line;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Reads questions and answers from their views. */
@Component
@Singleton
public class DefaultQuestionQueries implements QuestionQueries
{
    private static final int LIMIT = 100;

    private static final String WIKI = "wiki";

    private static final String POST = "post";

    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    @Inject
    private Requests requests;

    @Inject
    private Summaries summaries;

    @Inject
    private QuestionViews views;

    @Override
    public QuestionView question(UserId reader, PostId question, AnswerOrder order) throws CopException
    {
        String wiki = this.requests.wiki();
        QuestionThread thread = this.ledger.read(session -> QuestionThread.read(session, wiki, question.value(), reader));
        if (thread == null || !mayView(reader, thread.question())) {
            throw CopException.notFound();
        }
        List<AnswerRow> answers = new ArrayList<>(thread.answers());
        Set<SpaceId> visible = this.access.visibleSpaces(wiki, reader);
        answers.removeIf(answer -> !mayView(reader, visible, answer));
        answers.sort(comparator(order, answers));
        return this.views.view(reader, wiki, thread, answers);
    }

    @Override
    public PostRef at(UserId reader, PageId page) throws CopException
    {
        return found(reader, this.ledger.read(session -> {
            PostRef question = ref(questions(session, page.wiki(), "q.page = :post", page.toString()));
            return question != null ? question
                : ref(answers(session, page.wiki(), "a.page = :post", page.toString()));
        }));
    }

    @Override
    public PostRef find(UserId reader, PostId post) throws CopException
    {
        String wiki = this.requests.wiki();
        return found(reader, this.ledger.read(session -> {
            PostRef question = ref(questions(session, wiki, "q.id = :post", post.value()));
            return question != null ? question : ref(answers(session, wiki, "a.id = :post", post.value()));
        }));
    }

    @Override
    public Slice<QuestionSummary> list(UserId reader, ListQuery query) throws CopException
    {
        if (query.limit() < 1 || query.limit() > LIMIT) {
            throw CopException.invalid("limit", "cop.error.limit", LIMIT);
        }
        QuestionList list = new QuestionList(query);
        Set<String> spaces = this.summaries.spaces(query.wiki(), reader);
        List<Line> lines = this.ledger.read(session -> list.read(session, spaces));
        boolean more = lines.size() > query.limit();
        List<Line> shown = more ? lines.subList(0, query.limit()) : lines;
        return new Slice<>(this.summaries.complete(query.wiki(), this.summaries.viewable(reader, shown)),
            more ? list.cursor(shown.get(shown.size() - 1)) : null);
    }

    @Override
    public Map<PostId, QuestionSummary> summaries(UserId reader, String wiki, Collection<PostId> questions)
    {
        List<UUID> ids = questions.stream().map(PostId::value).distinct().toList();
        List<Line> lines = this.ledger.read(session -> this.summaries.lines(session, reader, wiki, ids));
        return Summaries.byId(this.summaries.complete(wiki, lines));
    }

    @Override
    public List<TagCount> tags(UserId reader, String wiki, UUID community, String prefix, int limit)
    {
        String where = community == null ? "" : " and t.community = :community";
        return this.ledger.read(session -> {
            var query = session.createQuery("select t.tag, sum(t.questions) from TagRow t where t.wiki = :wiki "
                + "and t.space in (:spaces) and t.questions > 0 and t.tag like :prefix escape '!'" + where
                + " group by t.tag order by sum(t.questions) desc, t.tag", Object[].class);
            if (community != null) {
                query.setParameter("community", community);
            }
            return query.setParameter(WIKI, wiki).setParameterList("spaces", this.summaries.spaces(wiki, reader))
                .setParameter("prefix", prefix.toLowerCase(java.util.Locale.ROOT).replaceAll("([!%_])", "!$1") + '%')
                .setMaxResults(Math.max(1, Math.min(limit, LIMIT))).getResultStream()
                .map(row -> new TagCount((String) row[0], ((Number) row[1]).intValue())).toList();
        });
    }

    private PostRef found(UserId reader, PostRef post) throws CopException
    {
        if (post == null || !this.access.has(reader, Right.VIEW, post.questionPage())
            || !this.access.has(reader, Right.VIEW, post.page())) {
            throw CopException.notFound();
        }
        return post;
    }

    private static List<Object[]> questions(Session session, String wiki, String where, Object value)
    {
        return session.createQuery("select q.id, q.id, q.wiki, q.page, q.page, q.community from QuestionRow q "
            + "where q.wiki = :wiki and q.deleted = false and " + where, Object[].class).setParameter(WIKI, wiki)
            .setParameter(POST, value).setMaxResults(1).getResultList();
    }

    private static List<Object[]> answers(Session session, String wiki, String where, Object value)
    {
        return session.createQuery("select a.id, q.id, a.wiki, a.page, q.page, a.community from AnswerRow a, QuestionRow q "
            + "where a.wiki = :wiki and a.deleted = false and q.wiki = a.wiki and q.id = a.question "
            + "and q.deleted = false and " + where, Object[].class).setParameter(WIKI, wiki).setParameter(POST, value)
            .setMaxResults(1).getResultList();
    }

    private static PostRef ref(List<Object[]> rows)
    {
        return rows.stream().findFirst().map(row -> new PostRef(new PostId((UUID) row[0]), new PostId((UUID) row[1]),
            (String) row[2], PageId.parse((String) row[3]), PageId.parse((String) row[4]), (UUID) row[5])).orElse(null);
    }

    private boolean mayView(UserId reader, QuestionRow question)
    {
        return !question.deleted && this.access.has(reader, Right.VIEW, PageId.parse(question.page));
    }

    private boolean mayView(UserId reader, Set<SpaceId> visible, AnswerRow answer)
    {
        return answer.ownRights ? this.access.has(reader, Right.VIEW, PageId.parse(answer.page))
            : visible.contains(SpaceId.parse(answer.space));
    }

    /** By score, an accepted answer stands above the others only while none of them outscores it. */
    private static Comparator<AnswerRow> comparator(AnswerOrder order, List<AnswerRow> answers)
    {
        Comparator<AnswerRow> oldest = Comparator.comparingLong((AnswerRow a) -> a.created).thenComparing(a -> a.id);
        int best = answers.stream().filter(a -> !a.accepted).mapToInt(a -> a.score).max().orElse(Integer.MIN_VALUE);
        return switch (order) {
            case OLDEST -> oldest;
            case ACTIVE -> Comparator.comparingLong((AnswerRow a) -> a.edited == null ? a.created : a.edited).reversed()
                .thenComparing(oldest);
            case SCORE -> Comparator.comparing((AnswerRow a) -> !(a.accepted && a.score >= best))
                .thenComparing(Comparator.comparingInt((AnswerRow a) -> a.score).reversed()).thenComparing(oldest);
        };
    }
}
