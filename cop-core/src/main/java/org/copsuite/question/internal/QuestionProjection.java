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
import org.copsuite.community.CommunityCounters.Activity;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionActs.Closing;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/**
 * The projection of questions: computes their state from the ledger. {@link QuestionPages} writes the columns that come
 * from pages.
 */
@Component(roles = {Projection.class, QuestionProjection.class})
@Named(QuestionProjection.HINT)
@Singleton
public class QuestionProjection extends AbstractProjection
{
    /** The name of the projection. */
    static final String HINT = "questions";

    private static final String ENTITY = "QuestionRow";

    private static final String REOPEN =
        "closed = false, closingReason = null, closedBy = null, closedAt = null, duplicateOf = null";

    @Inject
    private CommunityCounters counters;

    @Inject
    private QuestionPages questionPages;

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<CommunityService> communities;

    /** Declares the acts. */
    public QuestionProjection()
    {
        super(20, QuestionActs.ASKED, ENTITY);
        on(QuestionActs.ASKED, this::asked);
        on(QuestionActs.EDITED, QuestionProjection::edited);
        on(QuestionActs.CLOSED, QuestionProjection::closed);
        on(QuestionActs.REOPENED, change -> update(change, REOPEN).executeUpdate());
        on(QuestionActs.LINKED, change -> link(change, change.entry().detail(QuestionActs.LINKED)));
        on(QuestionActs.UNSEALED, QuestionProjection::unsealed);
        on(QuestionActs.DELETED, change -> deleted(change, true));
        on(QuestionActs.RESTORED, change -> deleted(change, false));
        on(QuestionActs.MOVED, this::moved);
        on(QuestionActs.VOTED, PostVotes::voted);
        on(QuestionActs.VOTES_IMPORTED, PostVotes::imported);
        onReversal(QuestionActs.VOTED, PostVotes::withdrawn);
        on(QuestionActs.NEEDED, QuestionNeeds::added);
        onReversal(QuestionActs.NEEDED, QuestionNeeds::withdrawn);
    }

    private void asked(Change change)
    {
        update(change, "author = :author, created = :at, active = :at, hot = :hot, sequence = :sequence, "
            + "activeSequence = :sequence")
            .setParameter("author", change.entry().getActor().value()).setParameter("at", change.at())
            .setParameter("hot", Hotness.of(0, 0, change.at())).setParameter("sequence", change.entry().getSequence())
            .executeUpdate();
        if (change.isLive()) {
            LedgerEntry entry = change.entry();
            this.counters.add(change.session(), change.wiki(), entry.getCommunity(), 1, 0,
                entry.getWeight() > 0 ? new Activity(entry.getAt(), entry.getSequence()) : null);
        }
    }

    private static void unsealed(Change change)
    {
        String author = change.entry().getActor().value();
        update(change, "author = :author, closedBy = case when closedBy = :nobody then :author else closedBy end")
            .setParameter("author", author).setParameter("nobody", UserId.ANONYMOUS.value()).executeUpdate();
    }

    private static void edited(Change change)
    {
        update(change, "edited = :at").setParameter("at", change.at()).executeUpdate();
        if (change.entry().getWeight() > 0) {
            QuestionRepository.active(change.session(), change.wiki(), change.subject(), change.at(),
                change.entry().getSequence());
        }
    }

    private static void closed(Change change)
    {
        Closing closing = change.entry().detail(QuestionActs.CLOSED);
        update(change, "closed = true, closingReason = :reason, closedBy = :by, closedAt = :at, duplicateOf = :other")
            .setParameter("reason", closing.reason().name()).setParameter("by", change.entry().getActor().value())
            .setParameter("at", change.at()).setParameter("other", closing.duplicateOf()).executeUpdate();
        if (closing.duplicateOf() != null) {
            link(change, closing.duplicateOf());
        }
    }

    private static void link(Change change, UUID other)
    {
        if (change.session().get(LinkRow.class, new LinkRow.Key(change.wiki().value(), change.subject(),
            other)) == null) {
            write(change.session(), new LinkRow(change.wiki().value(), change.subject(), other));
        }
    }

    private void deleted(Change change, boolean deleted)
    {
        QuestionRow row = QuestionRepository.question(change.session(), change.wiki(), change.subject());
        if (row != null && row.deleted != deleted) {
            update(change, "deleted = :deleted").setParameter("deleted", deleted).executeUpdate();
            if (change.isLive()) {
                int more = deleted ? -1 : 1;
                TagTables.count(change.session(), row, more);
                this.counters.add(change.session(), new WikiId(row.wiki), new CommunityId(row.community), more,
                    more * row.answers, null);
            }
        }
    }

    /**
     * Moves the counters to the new community. The page type has already updated the row to the new community, and a
     * rebuild reads it from the page.
     */
    private void moved(Change change)
    {
        QuestionRow row = change.isLive()
            ? QuestionRepository.question(change.session(), change.wiki(), change.subject()) : null;
        if (row != null) {
            CommunityId community = change.entry().getCommunity();
            change.session()
                .createQuery("update AnswerRow set community = :community where wiki = :wiki and question = :id")
                .setParameter("community", community.value()).setParameter("wiki", row.wiki).setParameter("id", row.id)
                .executeUpdate();
            if (!row.deleted) {
                this.counters.add(change.session(), new WikiId(row.wiki),
                    new CommunityId(change.entry().detail(QuestionActs.MOVED)), -1,
                    -row.answers, null);
                this.counters.add(change.session(), new WikiId(row.wiki), community, 1, row.answers, null);
            }
        }
    }

    private static Query<?> update(Change change, String set)
    {
        return QuestionRepository.update(change.session(), ENTITY, set, change.wiki(), change.subject());
    }

    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        session.createQuery("delete from LinkRow where wiki = :wiki and question = :id")
            .setParameter("wiki", wiki.value())
            .setParameter("id", id).executeUpdate();
        if (entries.stream().noneMatch(entry -> entry.is(QuestionActs.ASKED))) {
            session.createQuery("delete from QuestionTagRow where wiki = :wiki and question = :id")
                .setParameter("wiki", wiki.value()).setParameter("id", id).executeUpdate();
            super.prepare(session, wiki, id, entries);
            return;
        }
        Optional<Page> page = this.pages.get().holding(wiki, id).stream().findFirst().flatMap(p -> this.pages.get().load(p));
        CommunityId community = page.flatMap(p -> this.communities.get().holding(p.id())).orElse(null);
        if (page.isPresent() && community != null) {
            QuestionRow row = this.questionPages.write(session, page.get(), id, community).row();
            TagTables.write(session, row);
        }
        PostVotes.clear(session, ENTITY, wiki, id);
        QuestionNeeds.clear(session, wiki, id);
        QuestionRepository.update(session, ENTITY, "edited = null, deleted = false, " + REOPEN, wiki, id)
            .executeUpdate();
    }
}
