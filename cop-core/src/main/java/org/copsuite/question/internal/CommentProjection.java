/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.ledger.RowKey;
import org.copsuite.question.QuestionActs;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.PageComment;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** The projection of comments: computes their state from the ledger. {@link CommentSynchroniser} writes their text. */
@Component
@Named("comments")
@Singleton
public class CommentProjection implements Projection
{
    private static final String ENTITY = "CommentRow";

    @Inject
    private Provider<Pages> pages;

    @Override
    public int order()
    {
        return 40;
    }

    @Override
    public void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
    {
        switch (entry.getAct().name()) {
            case "commented" -> {
                setCreation(session, entry);
                count(session, row(session, entry), 1);
            }
            case "deleted" -> deleted(session, entry, true);
            case "restored" -> deleted(session, entry, false);
            default -> {
                // Other acts do not concern comments.
            }
        }
    }

    private static void setCreation(Session session, LedgerEntry entry)
    {
        QuestionRepository.update(session, ENTITY, "author = :author, created = :at, sequence = :sequence",
            entry.getWiki(),
            entry.getSubject())
            .setParameter("author", entry.getActor().value()).setParameter("at", entry.getAt().toEpochMilli())
            .setParameter("sequence", entry.getSequence()).executeUpdate();
    }

    private static void deleted(Session session, LedgerEntry entry, boolean deleted)
    {
        CommentRow row = row(session, entry);
        if (row != null && row.deleted != deleted) {
            mark(session, entry, deleted);
            count(session, row, deleted ? -1 : 1);
        }
    }

    private static void mark(Session session, LedgerEntry entry, boolean deleted)
    {
        QuestionRepository.update(session, ENTITY, "deleted = :deleted", entry.getWiki(), entry.getSubject())
            .setParameter("deleted", deleted).executeUpdate();
    }

    private static void count(Session session, CommentRow row, int more)
    {
        if (row == null) {
            return;
        }
        String entity = row.post.equals(row.question) ? "QuestionRow" : "AnswerRow";
        QuestionRepository.update(session, entity, "comments = comments + :more", row.wiki,
            row.post).setParameter("more", more)
            .executeUpdate();
        if (more > 0) {
            QuestionRepository.active(session, row.wiki, row.question, row.created, row.sequence);
        }
    }

    private static CommentRow row(Session session, LedgerEntry entry)
    {
        CommentRow row = session.get(CommentRow.class, new RowKey(entry.getWiki(), entry.getSubject()));
        if (row != null) {
            session.evict(row);
        }
        return row;
    }

    @Override
    public List<String> keys(Session session, String wiki, String after, int limit)
    {
        return ProjectionKeys.of(session, wiki, after, limit, QuestionActs.COMMENTED, ENTITY);
    }

    @Override
    public void rebuild(Session session, String wiki, String key)
    {
        UUID id = UUID.fromString(key);
        List<LedgerEntry> entries = ProjectionKeys.about(session, wiki, id);
        CommentRow kept = session.get(CommentRow.class, new RowKey(wiki, id));
        if (kept != null) {
            session.delete(kept);
            session.flush();
        }
        for (LedgerEntry entry : entries) {
            switch (entry.getAct().name()) {
                case "commented" -> make(session, entry, kept);
                case "deleted" -> mark(session, entry, true);
                case "restored" -> mark(session, entry, false);
                default -> {
                    // Other acts do not concern comments.
                }
            }
        }
    }

    /**
     * Inserts the row. Reads the text from the page; keeps the previous text if the page or the comment no longer
     * exists, or leaves it empty if there is none.
     */
    private void make(Session session, LedgerEntry entry, CommentRow kept)
    {
        UUID post = UUID.fromString(entry.getDetail());
        AnswerRow answer = QuestionRepository.answer(session, entry.getWiki(), post);
        CommentRow row = new CommentRow();
        row.wiki = entry.getWiki();
        row.id = entry.getSubject();
        row.post = post;
        row.question = answer == null ? post : answer.question;
        row.author = entry.getActor().value();
        row.created = entry.getAt().toEpochMilli();
        row.sequence = entry.getSequence();
        String page = answer != null ? answer.page : page(session, entry.getWiki(), post);
        row.body = page == null ? body(kept)
            : this.pages.get().comment(PageId.parse(page), row.id).map(PageComment::text).orElse(body(kept));
        QuestionRepository.insert(session, row);
    }

    private static String page(Session session, String wiki, UUID question)
    {
        QuestionRow row = QuestionRepository.question(session, wiki, question);
        return row == null ? null : row.page;
    }

    private static String body(CommentRow kept)
    {
        return kept == null ? "" : kept.body;
    }
}
