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

/** Statements on the tables of questions and answers. */
final class QuestionRepository
{
    private static final String KEY = " where wiki = :wiki and id = :id";

    private QuestionRepository()
    {
    }

    /** The question as it stands, also a deleted one, out of the session; {@code null} where there is none. */
    static QuestionRow question(Session session, String wiki, UUID id)
    {
        return detached(session, session.get(QuestionRow.class, new RowKey(wiki, id)));
    }

    /** The answer as it stands, also a deleted one, out of the session; {@code null} where there is none. */
    static AnswerRow answer(Session session, String wiki, UUID id)
    {
        return detached(session, session.get(AnswerRow.class, new RowKey(wiki, id)));
    }

    /** The question whose page is the home of the innermost of the spaces around a place. */
    static Optional<QuestionRow> questionAround(Session session, SpaceId place)
    {
        List<String> homes = new ArrayList<>();
        for (SpaceId space = place; !space.isWiki(); space = space.parent()) {
            homes.add(space.home().toString());
        }
        return session.createQuery("from QuestionRow where page in (:homes) and deleted = false", QuestionRow.class)
            .setParameterList("homes", homes).getResultStream()
            .max(Comparator.comparing((QuestionRow row) -> row.page.length())).map(row -> detached(session, row));
    }

    /** The answers of a question that stand, oldest first, out of the session. */
    static List<AnswerRow> answers(Session session, String wiki, UUID question)
    {
        List<AnswerRow> rows = session.createQuery("from AnswerRow where wiki = :wiki and question = :question "
            + "and deleted = false order by created, sequence", AnswerRow.class).setParameter("wiki", wiki)
            .setParameter("question", question).getResultList();
        rows.forEach(session::evict);
        return rows;
    }

    /** The comment as it stands, also a deleted one, out of the session; {@code null} where there is none. */
    static CommentRow comment(Session session, String wiki, UUID id)
    {
        return detached(session, session.get(CommentRow.class, new RowKey(wiki, id)));
    }

    /** The vote that somebody has on a post, out of the session; {@code null} where there is none. */
    static VoteRow vote(Session session, String wiki, UUID post, UserId voter)
    {
        return detached(session, session.get(VoteRow.class, new VoteRow.Key(wiki, post, voter.value())));
    }

    /** How a post stands, with somebody's own vote. */
    static Tally tally(Session session, StoredPost post, UserId voter)
    {
        Object[] counts = session
            .createQuery("select up, down from " + (post.isAnswer() ? "AnswerRow" : "QuestionRow")
                + " where wiki = :wiki and id = :id", Object[].class)
            .setParameter("wiki", post.wiki()).setParameter("id", post.id()).getSingleResult();
        VoteRow mine = vote(session, post.wiki(), post.id(), voter);
        return new Tally((Integer) counts[0], (Integer) counts[1], mine == null ? 0 : mine.value);
    }

    /** The ledger's row of a deed that is done once, out of the session. */
    static Optional<LedgerEntry> entry(Session session, EntryDraft draft)
    {
        return session.createQuery("from LedgerEntry where wiki = :wiki and idempotencyKey = :key", LedgerEntry.class)
            .setParameter("wiki", draft.wiki()).setParameter("key", draft.idempotencyKey()).uniqueResultOptional()
            .map(entry -> detached(session, entry));
    }

    /**
     * An update of one row.
     *
     * @param entity the row's entity
     * @param set what to set
     */
    static Query<?> update(Session session, String entity, String set, String wiki, UUID id)
    {
        return session.createQuery("update " + entity + " set " + set + KEY).setParameter("wiki", wiki)
            .setParameter("id", id);
    }

    /**
     * That something happened to a question; what happened later stays.
     *
     * @param at when
     * @param sequence the row of the ledger that says so, which decides where times are equal
     */
    static void active(Session session, String wiki, UUID question, long at, long sequence)
    {
        // The place first: MariaDB reads what is set further left.
        update(session, "QuestionRow",
            "activeSequence = case when active < :at or active = :at and activeSequence < :sequence "
            + "then :sequence else activeSequence end, active = case when active < :at then :at else active end", wiki,
                question)
            .setParameter("at", at).setParameter("sequence", sequence).executeUpdate();
    }

    /** Adds a row at once and lets go of it, so that a long import does not drag all its rows along. */
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
