/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.LedgerView;
import org.copsuite.ledger.ViewKeys;
import org.copsuite.question.QuestionActs;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** The counters of questions and their answers. New rows move them in the other views; here they are counted anew. */
@Component
@Named("question-totals")
@Singleton
public class TotalsLedgerView implements LedgerView
{
    @Override
    public int order()
    {
        return 50;
    }

    @Override
    public void apply(Session session, LedgerEntry entry, LedgerEntry undone)
    {
        // Moved by the views of questions, answers and comments.
    }

    @Override
    public List<String> keys(Session session, String wiki, String after, int limit)
    {
        return ViewKeys.of(session, wiki, after, limit, QuestionActs.ASKED, "QuestionRow");
    }

    @Override
    public void rebuild(Session session, String wiki, String key)
    {
        UUID id = UUID.fromString(key);
        comments(session, "AnswerRow", "r.wiki = :wiki and r.question = :id", wiki, id);
        comments(session, "QuestionRow", "r.wiki = :wiki and r.id = :id", wiki, id);
        Object[] row = session.createQuery("select created, edited from QuestionRow where wiki = :wiki and id = :id",
            Object[].class).setParameter("wiki", wiki).setParameter("id", id).uniqueResult();
        if (row == null) {
            return;
        }
        long answers = count(session, wiki, id, "");
        long accepted = count(session, wiki, id, " and a.accepted = true");
        long active = Math.max(Math.max((Long) row[0], row[1] == null ? 0 : (Long) row[1]),
            Math.max(latest(session, wiki, id, "AnswerRow", "created"), Math.max(
                latest(session, wiki, id, "AnswerRow", "edited"), latest(session, wiki, id, "CommentRow", "created"))));
        Statements.update(session, "QuestionRow", "answers = :answers, accepted = :accepted, active = :active", wiki, id)
            .setParameter("answers", (int) answers).setParameter("accepted", (int) accepted)
            .setParameter("active", active).executeUpdate();
        Hotness.update(session, wiki, id);
    }

    private static void comments(Session session, String entity, String which, String wiki, UUID id)
    {
        session.createQuery("update " + entity + " r set r.comments = (select count(*) from CommentRow c "
            + "where c.wiki = r.wiki and c.post = r.id and c.deleted = false) where " + which).setParameter("wiki", wiki)
            .setParameter("id", id).executeUpdate();
    }

    private static long count(Session session, String wiki, UUID id, String which)
    {
        return session.createQuery("select count(*) from AnswerRow a where a.wiki = :wiki and a.question = :id "
            + "and a.deleted = false" + which, Long.class).setParameter("wiki", wiki).setParameter("id", id)
            .getSingleResult();
    }

    private static long latest(Session session, String wiki, UUID id, String entity, String column)
    {
        Long latest = session.createQuery("select max(r." + column + ") from " + entity
            + " r where r.wiki = :wiki and r.question = :id", Long.class).setParameter("wiki", wiki)
            .setParameter("id", id).getSingleResult();
        return latest == null ? 0 : latest;
    }
}
