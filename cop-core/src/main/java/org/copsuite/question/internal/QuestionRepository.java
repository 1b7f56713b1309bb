/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.hibernate.query.Query;

/** Statements on the tables of questions, answers, comments and votes. */
final class QuestionRepository
{
    /**
     * Assignments that record activity on a row, unless later activity is recorded already. They assign the sequence
     * first, since MariaDB evaluates assignments from left to right with the new values.
     */
    static final String ACTIVE = "activeSequence = case when active < :at or active = :at and activeSequence < :sequence "
        + "then :sequence else activeSequence end, active = case when active < :at then :at else active end";

    private static final String KEY = " where wiki = :wiki and id = :id";

    private QuestionRepository()
    {
    }

    /**
     * @return the current row of the question, also of a deleted one, detached from the session; {@code null} if there
     *         is none
     */
    static QuestionRow question(Session session, String wiki, UUID id)
    {
        return detached(session, session.get(QuestionRow.class, new RowKey(wiki, id)));
    }

    /**
     * @return the current row of the answer, also of a deleted one, detached from the session; {@code null} if there is
     *         none
     */
    static AnswerRow answer(Session session, String wiki, UUID id)
    {
        return detached(session, session.get(AnswerRow.class, new RowKey(wiki, id)));
    }

    /** @return the question, not deleted, whose space holds the given space; the innermost one if there are several */
    static Optional<QuestionRow> questionAround(Session session, SpaceId innermost)
    {
        List<String> homes = new ArrayList<>();
        for (SpaceId space = innermost; !space.isWiki(); space = space.parent()) {
            homes.add(space.home().toString());
        }
        return session.createQuery("from QuestionRow where page in (:homes) and deleted = false", QuestionRow.class)
            .setParameterList("homes", homes).getResultStream()
            .max(Comparator.comparing((QuestionRow row) -> row.page.length())).map(row -> detached(session, row));
    }

    /** @return the answers of a question that are not deleted, oldest first, detached from the session */
    static List<AnswerRow> answers(Session session, String wiki, UUID question)
    {
        List<AnswerRow> rows = session.createQuery("from AnswerRow where wiki = :wiki and question = :question "
            + "and deleted = false order by created, sequence", AnswerRow.class).setParameter("wiki", wiki)
            .setParameter("question", question).getResultList();
        rows.forEach(session::evict);
        return rows;
    }

    /**
     * @return the current row of the comment, also of a deleted one, detached from the session; {@code null} if there
     *         is none
     */
    static CommentRow comment(Session session, String wiki, UUID id)
    {
        return detached(session, session.get(CommentRow.class, new RowKey(wiki, id)));
    }

    /** @return the vote of a person on a post, detached from the session; {@code null} if there is none */
    static VoteRow vote(Session session, String wiki, UUID post, UserId voter)
    {
        return detached(session, session.get(VoteRow.class, new VoteRow.Key(wiki, post, voter.value())));
    }

    /** @return the vote counts of a post with the person's own vote */
    static Tally tally(Session session, StoredPost post, UserId voter)
    {
        Object[] counts = session
            .createQuery("select up, down from " + (post.isAnswer() ? "AnswerRow" : "QuestionRow")
                + " where wiki = :wiki and id = :id", Object[].class)
            .setParameter("wiki", post.wiki()).setParameter("id", post.id()).getSingleResult();
        VoteRow mine = vote(session, post.wiki(), post.id(), voter);
        return new Tally((Integer) counts[0], (Integer) counts[1], mine == null ? 0 : mine.value);
    }

    /** @return the entry with the idempotency key of the draft, detached from the session */
    static Optional<LedgerEntry> entry(Session session, EntryDraft draft)
    {
        return session.createQuery("from LedgerEntry where wiki = :wiki and idempotencyKey = :key", LedgerEntry.class)
            .setParameter("wiki", draft.wiki()).setParameter("key", draft.idempotencyKey()).uniqueResultOptional()
            .map(entry -> detached(session, entry));
    }

    /**
     * Creates an update of one row.
     *
     * @param entity the row's entity
     * @param set the assignments
     */
    static Query<?> update(Session session, String entity, String set, String wiki, UUID id)
    {
        return session.createQuery("update " + entity + " set " + set + KEY).setParameter("wiki", wiki)
            .setParameter("id", id);
    }

    /**
     * Records activity on a question, unless later activity is recorded already.
     *
     * @param at time of the activity, in milliseconds of the epoch
     * @param sequence the sequence of its entry; breaks ties of equal times
     */
    static void active(Session session, String wiki, UUID question, long at, long sequence)
    {
        update(session, "QuestionRow", ACTIVE, wiki, question).setParameter("at", at).setParameter("sequence", sequence)
            .executeUpdate();
    }

    /** Inserts a row, flushes and detaches it, so that the session of a long import does not accumulate rows. */
    static void insert(Session session, Object row)
    {
        session.persist(row);
        session.flush();
        session.evict(row);
    }

    private static <T> T detached(Session session, T row)
    {
        if (row != null) {
            session.evict(row);
        }
        return row;
    }
}
