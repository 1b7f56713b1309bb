/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityCounters;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
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
public class QuestionProjection implements Projection
{
    /** The name of the projection. */
    static final String HINT = "questions";

    private static final String ENTITY = "QuestionRow";

    @Inject
    private CommunityCounters counters;

    @Inject
    private QuestionPages questionPages;

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<CommunityService> communities;

    @Override
    public int order()
    {
        return 20;
    }

    @Override
    public void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
    {
        switch (entry.getAct().name()) {
            case "asked" -> asked(session, entry);
            case "edited" -> edited(session, entry);
            case "closed" -> closed(session, entry);
            case "reopened" -> update(session, entry, "closed = false, closingReason = null, closedBy = null, "
                + "closedAt = null, duplicateOf = null").executeUpdate();
            case "linked" -> link(session, entry, UUID.fromString(entry.getDetail()));
            case "deleted" -> deleted(session, entry, true);
            case "restored" -> deleted(session, entry, false);
            case "moved" -> moved(session, entry);
            default -> PostVotes.apply(session, entry, reversed);
        }
    }

    private void asked(Session session, LedgerEntry entry)
    {
        setCreation(session, entry);
        this.counters.add(session, entry.getWiki(), entry.getCommunity(), 1, 0, null);
    }

    /** Sets the columns that the asking entry determines. */
    private static void setCreation(Session session, LedgerEntry entry)
    {
        long at = entry.getAt().toEpochMilli();
        update(session, entry, "author = :author, created = :at, active = :at, hot = :hot, sequence = :sequence, "
            + "activeSequence = :sequence")
            .setParameter("author", entry.getActor().value()).setParameter("at", at)
            .setParameter("hot", Hotness.of(0, 0, at)).setParameter("sequence", entry.getSequence()).executeUpdate();
    }

    private static void edited(Session session, LedgerEntry entry)
    {
        long at = entry.getAt().toEpochMilli();
        update(session, entry, "edited = :at").setParameter("at", at).executeUpdate();
        if (entry.getWeight() > 0) {
            QuestionRepository.active(session, entry.getWiki(), entry.getSubject(), at, entry.getSequence());
        }
    }

    private static void closed(Session session, LedgerEntry entry)
    {
        String[] detail = entry.getDetail().split(" ");
        UUID duplicateOf = detail.length > 1 ? UUID.fromString(detail[1]) : null;
        update(session, entry, "closed = true, closingReason = :reason, closedBy = :by, closedAt = :at, "
            + "duplicateOf = :other")
            .setParameter("reason", ClosingReason.valueOf(detail[0].toUpperCase(Locale.ROOT)).name())
            .setParameter("by", entry.getActor().value()).setParameter("at", entry.getAt().toEpochMilli())
            .setParameter("other", duplicateOf).executeUpdate();
        if (duplicateOf != null) {
            link(session, entry, duplicateOf);
        }
    }

    private static void link(Session session, LedgerEntry entry, UUID other)
    {
        if (session.get(LinkRow.class, new LinkRow.Key(entry.getWiki(), entry.getSubject(), other)) == null) {
            QuestionRepository.insert(session, new LinkRow(entry.getWiki(), entry.getSubject(), other));
        }
    }

    private void deleted(Session session, LedgerEntry entry, boolean deleted)
    {
        QuestionRow row = QuestionRepository.question(session, entry.getWiki(), entry.getSubject());
        if (row != null && row.deleted != deleted) {
            int more = deleted ? -1 : 1;
            update(session, entry, "deleted = :deleted").setParameter("deleted", deleted).executeUpdate();
            TagTables.count(session, row, more);
            this.counters.add(session, row.wiki, row.community, more, more * row.answers, null);
        }
    }

    /** Moves the counters to the new community. The page type has already updated the row to the new community. */
    private void moved(Session session, LedgerEntry entry)
    {
        QuestionRow row = QuestionRepository.question(session, entry.getWiki(), entry.getSubject());
        if (row != null) {
            session.createQuery("update AnswerRow set community = :community where wiki = :wiki and question = :id")
                .setParameter("community", entry.getCommunity()).setParameter("wiki", row.wiki)
                .setParameter("id", row.id).executeUpdate();
            if (!row.deleted) {
                this.counters.add(session, row.wiki, UUID.fromString(entry.getDetail()), -1, -row.answers, null);
                this.counters.add(session, row.wiki, entry.getCommunity(), 1, row.answers, null);
            }
        }
    }

    private static Query<?> update(Session session, LedgerEntry entry, String set)
    {
        return QuestionRepository.update(session, ENTITY, set, entry.getWiki(), entry.getSubject());
    }

    @Override
    public List<String> keys(Session session, String wiki, String after, int limit)
    {
        return ProjectionKeys.of(session, wiki, after, limit, QuestionActs.ASKED, ENTITY);
    }

    @Override
    public void rebuild(Session session, String wiki, String key)
    {
        UUID id = UUID.fromString(key);
        List<LedgerEntry> entries = ProjectionKeys.about(session, wiki, id);
        session.createQuery("delete from LinkRow where wiki = :wiki and question = :id").setParameter("wiki", wiki)
            .setParameter("id", id).executeUpdate();
        if (entries.stream().noneMatch(entry -> QuestionActs.ASKED.equals(entry.getAct()))) {
            deleteRows(session, wiki, id);
            return;
        }
        Optional<Page> page = this.pages.get().holding(wiki, id).stream().findFirst().flatMap(p -> this.pages.get().load(p));
        UUID community = page.flatMap(p -> this.communities.get().holding(p.id())).orElse(null);
        if (page.isPresent() && community != null) {
            QuestionRow row = this.questionPages.write(session, page.get(), id, community);
            TagTables.write(session, row);
        }
        PostVotes.clear(session, ENTITY, wiki, id);
        QuestionRepository.update(session, ENTITY,
            "edited = null, closed = false, closingReason = null, closedBy = null, "
            + "closedAt = null, duplicateOf = null, deleted = false", wiki, id).executeUpdate();
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
            case "asked" -> setCreation(session, entry);
            case "edited" -> edited(session, entry);
            case "closed" -> closed(session, entry);
            case "reopened" -> update(session, entry, "closed = false, closingReason = null, closedBy = null, "
                + "closedAt = null, duplicateOf = null").executeUpdate();
            case "linked" -> link(session, entry, UUID.fromString(entry.getDetail()));
            case "deleted" -> update(session, entry, "deleted = true").executeUpdate();
            case "restored" -> update(session, entry, "deleted = false").executeUpdate();
            default -> PostVotes.apply(session, entry, reversed);
        }
    }

    private static void deleteRows(Session session, String wiki, UUID id)
    {
        session.createQuery("delete from QuestionTagRow where wiki = :wiki and question = :id").setParameter("wiki", wiki)
            .setParameter("id", id).executeUpdate();
        session.createQuery("delete from QuestionRow where wiki = :wiki and id = :id").setParameter("wiki", wiki)
            .setParameter("id", id).executeUpdate();
    }
}
