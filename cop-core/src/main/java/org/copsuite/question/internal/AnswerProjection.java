/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityCounters;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.question.QuestionActs;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
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
public class AnswerProjection implements Projection
{
    /** The name of the projection. */
    static final String HINT = "answers";

    private static final String ENTITY = "AnswerRow";

    private static final String ACCEPT = "accepted = true, acceptedAt = :at, acceptedSequence = :sequence";

    private static final String UNACCEPT = "accepted = false, acceptedAt = null, acceptedSequence = null";

    @Inject
    private CommunityCounters counters;

    @Inject
    private QuestionPages questionPages;

    @Inject
    private Provider<Pages> pages;

    @Override
    public int order()
    {
        return 30;
    }

    @Override
    public void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
    {
        switch (entry.getAct().name()) {
            case "answered" -> answered(session, entry);
            case "edited" -> edited(session, entry);
            case "accepted" -> accepted(session, entry);
            case "deleted" -> deleted(session, entry, true);
            case "restored" -> deleted(session, entry, false);
            case "moved" -> moved(session, entry);
            case "undone" -> {
                if (QuestionActs.ACCEPTED.equals(reversed.getAct())) {
                    unaccepted(session, entry);
                }
            }
            default -> {
                // Other acts do not concern answers.
            }
        }
    }

    private void answered(Session session, LedgerEntry entry)
    {
        setCreation(session, entry);
        AnswerRow row = row(session, entry);
        if (row != null) {
            count(session, row, 1);
            QuestionRepository.active(session, row.wiki, row.question, row.created, row.sequence);
        }
    }

    /** Sets the columns that the answering entry determines. */
    private static void setCreation(Session session, LedgerEntry entry)
    {
        update(session, entry, "author = :author, created = :at, sequence = :sequence, active = :at, "
            + "activeSequence = :sequence")
            .setParameter("author", entry.getActor().value()).setParameter("at", entry.getAt().toEpochMilli())
            .setParameter("sequence", entry.getSequence()).executeUpdate();
    }

    private static void edited(Session session, LedgerEntry entry)
    {
        AnswerRow row = row(session, entry);
        if (row != null) {
            setEdited(session, entry);
            if (entry.getWeight() > 0) {
                QuestionRepository.active(session, row.wiki, row.question, entry.getAt().toEpochMilli(),
                    entry.getSequence());
            }
        }
    }

    /** Sets the columns that an editing entry determines. */
    private static void setEdited(Session session, LedgerEntry entry)
    {
        String active = entry.getWeight() > 0 ? ", " + QuestionRepository.ACTIVE : "";
        Query<?> update = update(session, entry, "edited = :at" + active)
            .setParameter("at", entry.getAt().toEpochMilli());
        if (!active.isEmpty()) {
            update.setParameter("sequence", entry.getSequence());
        }
        update.executeUpdate();
    }

    private static void accepted(Session session, LedgerEntry entry)
    {
        AnswerRow row = row(session, entry);
        if (row != null && !row.accepted) {
            update(session, entry, ACCEPT).setParameter("at", entry.getAt().toEpochMilli())
                .setParameter("sequence", entry.getSequence()).executeUpdate();
            acceptedOfQuestion(session, row, 1);
        }
    }

    private static void unaccepted(Session session, LedgerEntry entry)
    {
        AnswerRow row = row(session, entry);
        if (row != null && row.accepted) {
            update(session, entry, UNACCEPT).executeUpdate();
            acceptedOfQuestion(session, row, -1);
        }
    }

    private static void acceptedOfQuestion(Session session, AnswerRow row, int more)
    {
        if (!row.deleted) {
            QuestionRepository.update(session, "QuestionRow", "accepted = accepted + :more", row.wiki, row.question)
                .setParameter("more", more).executeUpdate();
        }
    }

    private void deleted(Session session, LedgerEntry entry, boolean deleted)
    {
        AnswerRow row = row(session, entry);
        if (row != null && row.deleted != deleted) {
            update(session, entry, "deleted = :deleted").setParameter("deleted", deleted).executeUpdate();
            count(session, row, deleted ? -1 : 1);
        }
    }

    /**
     * Moves the counters to the new question. The page type has already updated the row: it names the new question, the
     * entry's detail the old one.
     */
    private void moved(Session session, LedgerEntry entry)
    {
        AnswerRow row = row(session, entry);
        if (row != null && !row.deleted) {
            UUID question = row.question;
            row.question = UUID.fromString(entry.getDetail());
            count(session, row, -1);
            row.question = question;
            count(session, row, 1);
        }
    }

    /**
     * Adds an answer to the counters of its question and community, or subtracts it.
     *
     * @param more 1 or -1
     */
    private void count(Session session, AnswerRow row, int more)
    {
        QuestionRepository.update(session, "QuestionRow", "answers = answers + :more, accepted = accepted + :accepted",
            row.wiki,
            row.question).setParameter("more", more).setParameter("accepted", row.accepted ? more : 0).executeUpdate();
        Hotness.update(session, row.wiki, row.question);
        QuestionRow question = QuestionRepository.question(session, row.wiki, row.question);
        if (question != null && !question.deleted) {
            this.counters.add(session, row.wiki, question.community, 0, more, null);
        }
    }

    private static AnswerRow row(Session session, LedgerEntry entry)
    {
        return QuestionRepository.answer(session, entry.getWiki(), entry.getSubject());
    }

    private static Query<?> update(Session session, LedgerEntry entry, String set)
    {
        return QuestionRepository.update(session, ENTITY, set, entry.getWiki(), entry.getSubject());
    }

    @Override
    public List<String> keys(Session session, String wiki, String after, int limit)
    {
        return ProjectionKeys.of(session, wiki, after, limit, QuestionActs.ANSWERED, ENTITY);
    }

    @Override
    public void rebuild(Session session, String wiki, String key)
    {
        UUID id = UUID.fromString(key);
        List<LedgerEntry> entries = ProjectionKeys.about(session, wiki, id);
        if (entries.stream().noneMatch(entry -> QuestionActs.ANSWERED.equals(entry.getAct()))) {
            session.createQuery("delete from AnswerRow where wiki = :wiki and id = :id").setParameter("wiki", wiki)
                .setParameter("id", id).executeUpdate();
            return;
        }
        Optional<Page> page = this.pages.get().holding(wiki, id).stream().findFirst().flatMap(p -> this.pages.get().load(p));
        page.ifPresent(p -> QuestionRepository.questionAround(session, p.id().space())
            .ifPresent(question -> this.questionPages.write(session, p, id, question)));
        PostVotes.clear(session, ENTITY, wiki, id);
        QuestionRepository.update(session, ENTITY, "edited = null, deleted = false, " + UNACCEPT, wiki,
            id).executeUpdate();
        for (LedgerEntry entry : entries) {
            replay(session, entry, ProjectionKeys.reversed(entries, entry));
        }
    }

    /**
     * Applies an entry without updating counters of other rows; the totals projections recount those after all posts
     * are rebuilt.
     */
    private static void replay(Session session, LedgerEntry entry, LedgerEntry reversed)
    {
        switch (entry.getAct().name()) {
            case "answered" -> setCreation(session, entry);
            case "edited" -> setEdited(session, entry);
            case "accepted" -> update(session, entry, ACCEPT).setParameter("at", entry.getAt().toEpochMilli())
                .setParameter("sequence", entry.getSequence()).executeUpdate();
            case "deleted" -> update(session, entry, "deleted = true").executeUpdate();
            case "restored" -> update(session, entry, "deleted = false").executeUpdate();
            default -> {
                if (reversed != null && QuestionActs.ACCEPTED.equals(reversed.getAct())) {
                    update(session, entry, UNACCEPT).executeUpdate();
                } else {
                    PostVotes.apply(session, entry, reversed);
                }
            }
        }
    }
}
