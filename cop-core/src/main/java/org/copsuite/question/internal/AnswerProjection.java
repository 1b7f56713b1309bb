/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityCounters;
import org.copsuite.community.CommunityCounters.Activity;
import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.RowKey;
import org.copsuite.question.QuestionActs;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/**
 * The projection of answers: computes their state from the ledger and updates the counters of their questions. Votes
 * are applied by {@link QuestionProjection}, which receives each entry first.
 */
@Component(roles = {Projection.class, AnswerProjection.class})
@Named(AnswerProjection.HINT)
@Singleton
public class AnswerProjection extends AbstractProjection
{
    /** The name of the projection. */
    static final String HINT = "answers";

    private static final String ENTITY = "AnswerRow";

    private static final String UNACCEPT = "accepted = false, acceptedAt = null, acceptedSequence = null";

    @Inject
    private CommunityCounters counters;

    @Inject
    private QuestionPages questionPages;

    @Inject
    private Provider<Pages> pages;

    /** Declares the acts. */
    public AnswerProjection()
    {
        super(30, QuestionActs.ANSWERED, ENTITY);
        on(QuestionActs.ANSWERED, this::answered);
        on(QuestionActs.EDITED, AnswerProjection::edited);
        on(QuestionActs.ACCEPTED, AnswerProjection::accepted);
        onReversal(QuestionActs.ACCEPTED, AnswerProjection::unaccepted);
        on(QuestionActs.UNSEALED, change -> update(change, "author = :author")
            .setParameter("author", change.entry().getActor().value()).executeUpdate());
        on(QuestionActs.DELETED, change -> deleted(change, true));
        on(QuestionActs.RESTORED, change -> deleted(change, false));
        on(QuestionActs.MOVED, this::moved);
        on(QuestionActs.VOTED, rebuilding(PostVotes::voted));
        on(QuestionActs.VOTES_IMPORTED, rebuilding(PostVotes::imported));
        onReversal(QuestionActs.VOTED, rebuilding(PostVotes::withdrawn));
    }

    /** Leaves new votes to {@link QuestionProjection}, which counts those on answers too. */
    private static Consumer<Change> rebuilding(Consumer<Change> method)
    {
        return change -> {
            if (!change.isLive()) {
                method.accept(change);
            }
        };
    }

    private void answered(Change change)
    {
        Session session = change.session();
        AnswerRow row = session.get(AnswerRow.class, new RowKey(change.wiki(), change.subject()));
        if (row != null) {
            // A new row is still to be inserted: one statement for both.
            row.author = change.entry().getActor().value();
            row.created = change.at();
            row.sequence = change.entry().getSequence();
            row.active = row.created;
            row.activeSequence = row.sequence;
            session.flush();
            session.evict(row);
        }
        if (change.isLive() && row != null) {
            count(session, row, 1, change.entry());
        } else if (change.isLive()) {
            this.counters.add(session, change.wiki(), change.entry().getCommunity(), 0, 0, activity(change.entry()));
        }
    }

    private static Activity activity(LedgerEntry entry)
    {
        return entry == null || entry.getWeight() <= 0 ? null : new Activity(entry.getAt(), entry.getSequence());
    }

    private static void edited(Change change)
    {
        AnswerRow row = row(change);
        if (row == null) {
            return;
        }
        boolean active = change.entry().getWeight() > 0;
        Query<?> update = update(change, "edited = :at" + (active ? ", " + QuestionRepository.ACTIVE : ""))
            .setParameter("at", change.at());
        if (active) {
            update.setParameter("sequence", change.entry().getSequence());
        }
        update.executeUpdate();
        if (active && change.isLive()) {
            QuestionRepository.active(change.session(), new WikiId(row.wiki), row.question, change.at(),
                change.entry().getSequence());
        }
    }

    private static void accepted(Change change)
    {
        AnswerRow row = row(change);
        if (row != null && !row.accepted) {
            update(change, "accepted = true, acceptedAt = :at, acceptedSequence = :sequence")
                .setParameter("at", change.at()).setParameter("sequence", change.entry().getSequence())
                .executeUpdate();
            acceptedOfQuestion(change, row, 1);
        }
    }

    private static void unaccepted(Change change)
    {
        AnswerRow row = row(change);
        if (row != null && row.accepted) {
            update(change, UNACCEPT).executeUpdate();
            acceptedOfQuestion(change, row, -1);
        }
    }

    private static void acceptedOfQuestion(Change change, AnswerRow row, int more)
    {
        if (change.isLive() && !row.deleted) {
            QuestionRepository.update(change.session(), "QuestionRow", "accepted = accepted + :more",
                new WikiId(row.wiki), row.question).setParameter("more", more).executeUpdate();
        }
    }

    private void deleted(Change change, boolean deleted)
    {
        AnswerRow row = row(change);
        if (row != null && row.deleted != deleted) {
            update(change, "deleted = :deleted").setParameter("deleted", deleted).executeUpdate();
            if (change.isLive()) {
                count(change.session(), row, deleted ? -1 : 1, null);
            }
        }
    }

    /**
     * Moves the counters to the new question. The page type has already updated the row: it names the new question, the
     * entry's detail the old one.
     */
    private void moved(Change change)
    {
        AnswerRow row = change.isLive() ? row(change) : null;
        if (row != null && !row.deleted) {
            UUID question = row.question;
            row.question = change.entry().detail(QuestionActs.MOVED);
            count(change.session(), row, -1, null);
            row.question = question;
            count(change.session(), row, 1, null);
        }
    }

    /**
     * Adds an answer to the counters of its question and community, or subtracts it.
     *
     * @param more 1 or -1
     * @param active the entry that is also activity, {@code null} for none
     */
    private void count(Session session, AnswerRow row, int more, LedgerEntry active)
    {
        QuestionRow question = QuestionRepository.question(session, new WikiId(row.wiki), row.question);
        if (question == null) {
            return;
        }
        Query<?> update = QuestionRepository.update(session, "QuestionRow", "answers = answers + :more, "
            + "accepted = accepted + :accepted, hot = :hot" + (active == null ? "" : ", " + QuestionRepository.ACTIVE),
            new WikiId(row.wiki), row.question)
            .setParameter("more", more).setParameter("accepted", row.accepted ? more : 0)
            .setParameter("hot", Hotness.of(question.score, question.answers + more, question.created));
        if (active != null) {
            update.setParameter("at", active.getAt().toEpochMilli()).setParameter("sequence", active.getSequence());
        }
        update.executeUpdate();
        if (!question.deleted || active != null) {
            this.counters.add(session, new WikiId(row.wiki), new CommunityId(question.community), 0,
                question.deleted ? 0 : more, activity(active));
        }
    }

    private static AnswerRow row(Change change)
    {
        return QuestionRepository.answer(change.session(), change.wiki(), change.subject());
    }

    private static Query<?> update(Change change, String set)
    {
        return QuestionRepository.update(change.session(), ENTITY, set, change.wiki(), change.subject());
    }

    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        if (entries.stream().noneMatch(entry -> entry.is(QuestionActs.ANSWERED))) {
            super.prepare(session, wiki, id, entries);
            session.createQuery("delete from AnswerTextRow where wiki = :wiki and id = :id")
                .setParameter("wiki", wiki.value()).setParameter("id", id).executeUpdate();
            return;
        }
        Optional<Page> page = this.pages.get().holding(wiki, id).stream().findFirst().flatMap(p -> this.pages.get().load(p));
        page.ifPresent(p -> QuestionRepository.questionAround(session, p.id().space())
            .ifPresent(question -> this.questionPages.write(session, p, id, question)));
        PostVotes.clear(session, ENTITY, wiki, id);
        QuestionRepository.update(session, ENTITY, "edited = null, deleted = false, " + UNACCEPT, wiki,
            id).executeUpdate();
    }
}
