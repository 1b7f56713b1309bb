/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.question.QuestionActs;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** The projection of comments: computes their state from the ledger. {@link CommentSynchroniser} writes their text. */
@Component
@Named("comments")
@Singleton
public class CommentProjection extends AbstractProjection
{
    private static final String ENTITY = "CommentRow";

    @Inject
    private Provider<Pages> pages;

    /** Declares the acts. */
    public CommentProjection()
    {
        super(40, QuestionActs.COMMENTED, ENTITY);
        on(QuestionActs.COMMENTED, CommentProjection::commented);
        on(QuestionActs.UNSEALED, CommentProjection::unsealed);
        on(QuestionActs.DELETED, change -> deleted(change, true));
        on(QuestionActs.RESTORED, change -> deleted(change, false));
    }

    private static void commented(Change change)
    {
        QuestionRepository.update(change.session(), ENTITY, "author = :author, created = :at, sequence = :sequence",
            change.wiki(), change.subject())
            .setParameter("author", change.entry().getActor().value()).setParameter("at", change.at())
            .setParameter("sequence", change.entry().getSequence()).executeUpdate();
        if (change.isLive()) {
            count(change.session(), row(change.session(), change.wiki(), change.subject()), 1);
        }
    }

    private static void unsealed(Change change)
    {
        QuestionRepository.update(change.session(), ENTITY, "author = :author", change.wiki(), change.subject())
            .setParameter("author", change.entry().getActor().value()).executeUpdate();
    }

    private static void deleted(Change change, boolean deleted)
    {
        CommentRow row = row(change.session(), change.wiki(), change.subject());
        if (row != null && row.deleted != deleted) {
            QuestionRepository.update(change.session(), ENTITY, "deleted = :deleted", change.wiki(), change.subject())
                .setParameter("deleted", deleted).executeUpdate();
            if (change.isLive()) {
                count(change.session(), row, deleted ? -1 : 1);
            }
        }
    }

    private static void count(Session session, CommentRow row, int more)
    {
        if (row == null) {
            return;
        }
        String entity = row.post.equals(row.question) ? "QuestionRow" : "AnswerRow";
        QuestionRepository.update(session, entity, "comments = comments + :more", new WikiId(row.wiki), row.post)
            .setParameter("more", more).executeUpdate();
        if (more > 0) {
            QuestionRepository.active(session, new WikiId(row.wiki), row.question, row.created, row.sequence);
        }
    }

    private static CommentRow row(Session session, WikiId wiki, UUID id)
    {
        CommentRow row = session.get(CommentRow.class, new RowKey(wiki, id));
        if (row != null) {
            session.evict(row);
        }
        return row;
    }

    /**
     * Writes the row again, not deleted. Reads the text from the page; keeps the previous text if the page or the
     * comment no longer exists, or leaves it empty if there is none.
     */
    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        CommentRow kept = row(session, wiki, id);
        super.prepare(session, wiki, id, entries);
        entries.stream().filter(entry -> entry.is(QuestionActs.COMMENTED)).findFirst()
            .ifPresent(entry -> write(session, row(session, entry, kept)));
    }

    private CommentRow row(Session session, LedgerEntry entry, CommentRow kept)
    {
        UUID post = entry.detail(QuestionActs.COMMENTED);
        AnswerRow answer = QuestionRepository.answer(session, entry.getWiki(), post);
        CommentRow row = new CommentRow();
        row.wiki = entry.getWiki().value();
        row.id = entry.getSubject();
        row.post = post;
        row.question = answer == null ? post : answer.question;
        row.author = entry.getActor().value();
        row.created = entry.getAt().toEpochMilli();
        row.sequence = entry.getSequence();
        String page = answer != null ? answer.page : page(session, entry.getWiki(), post);
        row.body = page == null ? body(kept)
            : this.pages.get().comment(PageId.parse(page), row.id).map(PageComment::text).orElse(body(kept));
        return row;
    }

    private static String page(Session session, WikiId wiki, UUID question)
    {
        QuestionRow row = QuestionRepository.question(session, wiki, question);
        return row == null ? null : row.page;
    }

    private static String body(CommentRow kept)
    {
        return kept == null ? "" : kept.body;
    }
}
