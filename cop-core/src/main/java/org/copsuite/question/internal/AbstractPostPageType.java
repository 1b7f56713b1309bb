/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import javax.inject.Inject;

import org.copsuite.CopException;
import org.copsuite.db.IdCondition;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.page.AbstractPageType;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.internal.CommentSynchroniser.CommentedPost;
import org.copsuite.question.internal.QuestionPages.Written;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;

/**
 * The common part of the page types of questions and answers.
 *
 * @param <R> the projection's row of such a post
 */
abstract class AbstractPostPageType<R extends PostRow> extends AbstractPageType<R>
{
    @Inject
    private PostRights rights;

    @Inject
    private CommentSynchroniser comments;

    @Inject
    private Askers askers;

    AbstractPostPageType(Class<R> row)
    {
        super(row);
    }

    /** Inserts the row of a post, or updates it from its page. */
    @FunctionalInterface
    interface Writer<R extends PostRow>
    {
        Written<R> write(Session session);
    }

    /** Recreates a missing row of a post that the ledger contains. */
    abstract void rebuild(Session session, WikiId wiki, UUID id);

    /**
     * @return what the location of the page assigns the post to: the community of a question, the question of an answer
     */
    abstract UUID container(R row);

    /** @return the question of the thread to which a new post belongs */
    abstract UUID thread(EntryDraft creation);

    @Override
    protected final State state(R row)
    {
        return new State(row.page, row.version, row.deleted);
    }

    @Override
    public boolean isSynchronised(Page page)
    {
        UUID id = page.object().orElseThrow().id();
        return ledger().read(session -> {
            R row = find(session, page.id().wiki(), id);
            return isOf(row, page) && this.comments.isSynchronised(session, page, row.comments);
        });
    }

    @Override
    public List<Page> outdated(List<Page> pages)
    {
        WikiId wiki = pages.get(0).id().wiki();
        Map<UUID, Known> known = new HashMap<>();
        ledger().read(session -> IdCondition.list(pages.stream().map(page -> page.object().orElseThrow().id()).toList(),
            some -> session.createQuery("select r.id, r.page, r.version, r.deleted, r.comments from "
                + row().getSimpleName() + " r where " + IdCondition.condition(session, "r", some), Object[].class)
                .setParameter("wiki", wiki.value())))
            .forEach(row -> known.put((UUID) row[0],
                new Known(new State((String) row[1], (String) row[2], (Boolean) row[3]), (Integer) row[4])));
        Map<PageId, Integer> comments = this.comments.counts(pages);
        return pages.stream().filter(page -> {
            Known post = known.get(page.object().orElseThrow().id());
            // More comments than known may be right: those that a copy brought along belong to another page.
            return post == null || !isOf(post.state(), page)
                || comments.getOrDefault(page.id(), 0) != post.comments() && !isSynchronised(page);
        }).toList();
    }

    private record Known(State state, int comments)
    {
    }

    /**
     * @param creation the entry draft that creates the post; appended once
     * @param writer writes the row of the post
     */
    void synchronise(Page page, UserId actor, EntryDraft creation, Writer<R> writer) throws CopException
    {
        if (page.id().toString().length() > PageId.MAXIMUM) {
            throw CopException.forbidden();
        }
        ledger().decide(tx -> {
            Session session = tx.session();
            boolean isNew = tx.isNew(creation);
            if (isNew) {
                this.rights.takePart(this.askers.account(page.firstAuthor(), creation.wiki(), thread(creation)), page.id());
                writer.write(session);
                tx.append(creation);
            } else {
                update(tx, page, actor, creation, writer);
            }
            tx.applyPending();
            CommentedPost post = CommentedPost.of(find(session, creation.wiki(), creation.subject()));
            // Comments that exist before the post is known come from a copy or an import and cause no notices.
            this.comments.synchronise(tx, page, actor, post, isNew ? 0 : 1);
            return null;
        });
    }

    /**
     * Records a post whose page was just saved. The caller has checked that its author may write it. The page has no
     * comments yet.
     *
     * @param creation the entry draft that creates the post
     * @param writer inserts the row of the post
     */
    void create(Page page, EntryDraft creation, Consumer<Session> writer) throws CopException
    {
        boolean created = ledger().decide(tx -> {
            boolean isNew = tx.isNew(creation);
            if (isNew) {
                writer.accept(tx.session());
                tx.append(creation);
            }
            return isNew;
        });
        if (!created) {
            // A page event on another node was faster.
            synchronise(page, page.firstAuthor());
        }
    }

    @Override
    public void synchroniseComment(Page page, PageComment comment) throws CopException
    {
        boolean added = ledger().decide(tx -> {
            R row = find(tx.session(), page.id().wiki(), page.object().orElseThrow().id());
            if (row == null || row.deleted) {
                return false;
            }
            CommentSynchroniser.synchroniseOne(tx, CommentedPost.of(row), comment);
            return true;
        });
        if (!added) {
            // The row of the post is missing or deleted: synchronise the whole page.
            synchronise(page, comment.author());
        }
    }

    private void update(Ledger.Transaction tx, Page page, UserId actor, EntryDraft creation, Writer<R> writer)
    {
        R before = find(tx.session(), creation.wiki(), creation.subject());
        if (before == null) {
            rebuild(tx.session(), creation.wiki(), creation.subject());
            return;
        }
        Written<R> written = writer.write(tx.session());
        R after = written.row();
        if (before.deleted) {
            tx.append(draft(before, after, QuestionActs.RESTORED, actor, null));
        }
        if (!container(before).equals(container(after))) {
            tx.append(draft(before, after, QuestionActs.MOVED, actor, container(before)));
        }
        if (written.edited()) {
            // Not idempotent per version: a package that replaces the history of a page can bring back an earlier
            // version.
            tx.append(repeatable(QuestionActs.edited(new WikiId(before.wiki), page.author(), before.id,
                new UserId(before.author), page.version())).in(new CommunityId(after.community)).at(page.updated())
                .withWeight(isSmall(before.version, page.version()) ? 0 : 1));
        }
    }

    /** @return whether only minor edits separate the versions; a minor edit increments the number after the dot */
    private static boolean isSmall(String before, String after)
    {
        int dot = before.indexOf('.');
        return dot > 0 && after.startsWith(before.substring(0, dot + 1));
    }

    private static <D> EntryDraft draft(PostRow before, PostRow after, ActType<D> act, UserId actor, D detail)
    {
        return repeatable(EntryDraft.of(new WikiId(before.wiki), actor, act, before.id,
            detail).in(new CommunityId(after.community))
            .benefiting(new UserId(before.author)));
    }

    /** Makes an act repeatable. The caller holds the lock of the ledger and has checked that the act applies. */
    private static EntryDraft repeatable(EntryDraft draft)
    {
        return draft.withOccurrence(UUID.randomUUID().toString());
    }

    @Override
    public void recordDeletion(WikiId wiki, UUID id, UserId actor, Instant at)
    {
        ledger().update(tx -> {
            R row = find(tx.session(), wiki, id);
            if (row != null && !row.deleted) {
                tx.append(draft(row, row, QuestionActs.DELETED, actor, null).at(at));
            }
        });
    }
}
