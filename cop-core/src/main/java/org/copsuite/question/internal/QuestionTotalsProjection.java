/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.question.QuestionActs;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * The counters of questions and their answers. The other projections update them for new entries; {@link #rebuild}
 * recounts them.
 */
@Component
@Named("question-totals")
@Singleton
public class QuestionTotalsProjection implements Projection
{
    @Override
    public int order()
    {
        return 50;
    }

    @Override
    public void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
    {
        // The projections of questions, answers and comments update the counters.
    }

    @Override
    public List<String> keys(Session session, WikiId wiki, String after, int limit)
    {
        return ProjectionKeys.of(session, wiki, after, limit, QuestionActs.ASKED, "QuestionRow");
    }

    @Override
    public void rebuild(Session session, WikiId wiki, String key)
    {
        UUID id = UUID.fromString(key);
        comments(session, "AnswerRow", "r.wiki = :wiki and r.question = :id", wiki, id);
        comments(session, "QuestionRow", "r.wiki = :wiki and r.id = :id", wiki, id);
        long[] active = active(session, wiki, id);
        if (active == null) {
            return;
        }
        long answers = count(session, wiki, id, "");
        long accepted = count(session, wiki, id, " and a.accepted = true");
        QuestionRepository.update(session, "QuestionRow", "answers = :answers, accepted = :accepted, active = :active, "
            + "activeSequence = :sequence", wiki, id)
            .setParameter("answers", (int) answers).setParameter("accepted", (int) accepted)
            .setParameter("active", active[0]).setParameter("sequence", active[1]).executeUpdate();
        Hotness.update(session, wiki, id);
    }

    /**
     * @return the time of the last activity in milliseconds of the epoch and the sequence of its entry; {@code null} if
     *         there is no question
     */
    private static long[] active(Session session, WikiId wiki, UUID id)
    {
        List<Object[]> last = new ArrayList<>();
        last.addAll(last(session, "select created, sequence from QuestionRow where wiki = :wiki and id = :id", wiki, id));
        if (last.isEmpty()) {
            return null;
        }
        last.addAll(last(session, "select l.at, l.sequence from LedgerEntry l where l.wiki = :wiki and l.subject = :id "
            + "and l.act = 'edited' and l.weight > 0 order by l.at desc, l.sequence desc", wiki, id));
        last.addAll(last(session, "select l.at, l.sequence from AnswerRow a, LedgerEntry l where a.wiki = :wiki "
            + "and a.question = :id and l.wiki = a.wiki and l.subject = a.id "
            + "and (l.act = 'answered' or l.act = 'edited' and l.weight > 0) order by l.at desc, l.sequence desc",
            wiki, id));
        last.addAll(last(session, "select created, sequence from CommentRow where wiki = :wiki and question = :id "
            + "order by created desc, sequence desc", wiki, id));
        return last.stream().map(row -> new long[] {(Long) row[0], (Long) row[1]})
            .max(Comparator.comparingLong((long[] one) -> one[0]).thenComparingLong(one -> one[1])).orElseThrow();
    }

    private static List<Object[]> last(Session session, String hql, WikiId wiki, UUID id)
    {
        return session.createQuery(hql, Object[].class).setParameter("wiki", wiki.value()).setParameter("id", id)
            .setMaxResults(1).getResultList();
    }

    private static void comments(Session session, String entity, String which, WikiId wiki, UUID id)
    {
        session.createQuery("update " + entity + " r set r.comments = (select count(*) from CommentRow c "
            + "where c.wiki = r.wiki and c.post = r.id and c.deleted = false) where " + which)
                .setParameter("wiki", wiki.value())
            .setParameter("id", id).executeUpdate();
    }

    private static long count(Session session, WikiId wiki, UUID id, String which)
    {
        return session.createQuery("select count(*) from AnswerRow a where a.wiki = :wiki and a.question = :id "
            + "and a.deleted = false" + which, Long.class).setParameter("wiki", wiki.value()).setParameter("id", id)
            .getSingleResult();
    }
}
