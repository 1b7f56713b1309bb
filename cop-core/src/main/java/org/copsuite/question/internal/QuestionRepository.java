/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
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
    static QuestionRow question(Session session, WikiId wiki, UUID id)
    {
        return detached(session, session.get(QuestionRow.class, new RowKey(wiki, id)));
    }

    /**
     * @return the current row of the answer, also of a deleted one, detached from the session; {@code null} if there is
     *         none
     */
    static AnswerRow answer(Session session, WikiId wiki, UUID id)
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
    static List<AnswerRow> answers(Session session, WikiId wiki, UUID question)
    {
        List<AnswerRow> rows = session.createQuery("from AnswerRow where wiki = :wiki and question = :question "
            + "and deleted = false order by created, sequence", AnswerRow.class).setParameter("wiki", wiki.value())
            .setParameter("question", question).getResultList();
        rows.forEach(session::evict);
        return rows;
    }

    /**
     * @return the current row of the comment, also of a deleted one, detached from the session; {@code null} if there
     *         is none
     */
    static CommentRow comment(Session session, WikiId wiki, UUID id)
    {
        return detached(session, session.get(CommentRow.class, new RowKey(wiki, id)));
    }

    /**
     * Reads the vote counts of a post and the vote of a person in one statement, under the lock of the ledger. The row of
     * the post stays in the session, where the projection that counts a new vote finds it, and so does the head of the
     * ledger for the sequence of the vote.
     */
    static Votes votes(Session session, StoredPost post, UserId voter)
    {
        Object[] rows = session
            .createQuery("select p, v, h from " + (post.isAnswer() ? "AnswerRow" : "QuestionRow") + " p left join VoteRow v "
                + "on v.wiki = p.wiki and v.post = p.id and v.voter = :voter, LedgerHead h "
                + "where p.wiki = :wiki and p.id = :id", Object[].class)
            .setParameter("voter", voter.value()).setParameter("wiki", post.wiki().value())
            .setParameter("id", post.id())
            .getSingleResult();
        PostRow row = (PostRow) rows[0];
        return new Votes(row.up, row.down, !row.deleted, new UserId(row.author), detached(session, (VoteRow) rows[1]));
    }

    /** Returns when the author of a post gave their name after an entry about it; empty if they did not. */
    static Optional<Instant> unsealedAfter(Session session, LedgerEntry entry)
    {
        return session.createQuery("from LedgerEntry where wiki = :wiki and subject = :subject and act = :act "
            + "and sequence > :sequence", LedgerEntry.class).setParameter("wiki", entry.getWiki().value())
            .setParameter("subject", entry.getSubject()).setParameter("act", QuestionActs.UNSEALED.name())
            .setParameter("sequence", entry.getSequence()).getResultStream().findFirst().map(LedgerEntry::getAt);
    }

    /**
     * The votes on a post.
     *
     * @param up the number of votes up
     * @param down the number of votes down
     * @param alive whether the post is not deleted
     * @param author the author of the post
     * @param mine the vote of one person, detached from the session; {@code null} if there is none
     */
    record Votes(int up, int down, boolean alive, UserId author, VoteRow mine)
    {
        /** @return the votes after that person has voted with a value from -1 to 1 */
        Tally with(int value)
        {
            int before = this.mine == null ? 0 : this.mine.value;
            return new Tally(this.up + Math.max(value, 0) - Math.max(before, 0),
                this.down + Math.max(-value, 0) - Math.max(-before, 0), value);
        }
    }

    /**
     * Creates an update of one row.
     *
     * @param entity the row's entity
     * @param set the assignments
     */
    static Query<?> update(Session session, String entity, String set, WikiId wiki, UUID id)
    {
        return session.createQuery("update " + entity + " set " + set + KEY).setParameter("wiki", wiki.value())
            .setParameter("id", id);
    }

    /**
     * Records activity on a question, unless later activity is recorded already.
     *
     * @param at time of the activity, in milliseconds of the epoch
     * @param sequence the sequence of its entry; breaks ties of equal times
     */
    static void active(Session session, WikiId wiki, UUID question, long at, long sequence)
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
