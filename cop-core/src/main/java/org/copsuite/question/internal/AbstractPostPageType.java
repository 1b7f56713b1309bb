/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;

import org.copsuite.CopException;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionKeys;
import org.copsuite.page.PageType;
import org.copsuite.page.RowRights;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.internal.CommentSynchroniser.CommentedPost;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;

/**
 * What the pages of questions and answers have in common.
 *
 * @param <R> the row that the views hold of one
 */
abstract class AbstractPostPageType<R extends PostRow> implements PageType
{
    private final String entity;

    @Inject
    private Ledger ledger;

    @Inject
    private PostRights rights;

    @Inject
    private CommentSynchroniser comments;

    @Inject
    private RowRights rowRights;

    AbstractPostPageType(Class<R> row)
    {
        this.entity = row.getSimpleName();
    }

    /** Makes the row of a post, or brings it up to its page. */
    @FunctionalInterface
    interface Writer<R>
    {
        R write(Session session);
    }

    /** The row as it stands, also of a deleted post, out of the session; {@code null} where there is none. */
    abstract R find(Session session, String wiki, UUID id);

    /** Makes the row again, which the ledger speaks of and which is not there. */
    abstract void rebuild(Session session, String wiki, UUID id);

    /** What the post's place says that it belongs to. */
    abstract UUID whole(R row);

    /** Whether a member changed what the post says. */
    abstract boolean isEdited(R before, R after);

    Ledger ledger()
    {
        return this.ledger;
    }

    RowRights rowRights()
    {
        return this.rowRights;
    }

    @Override
    public Optional<PageId> pageOf(String wiki, UUID id)
    {
        return this.ledger.read(session -> Optional.ofNullable(find(session, wiki, id)).filter(row -> !row.deleted)
            .map(row -> PageId.parse(row.page)));
    }

    @Override
    public List<UUID> idsAt(PageId page)
    {
        return this.ledger.read(session -> ProjectionKeys.at(session, page, this.entity));
    }

    @Override
    public boolean isSynchronised(Page page)
    {
        UUID id = page.object().orElseThrow().id();
        return this.ledger.read(session -> {
            R row = find(session, page.id().wiki(), id);
            return row != null && !row.deleted && row.version.equals(page.version())
                && row.page.equals(page.id().toString()) && this.comments.isSynchronised(session, page, row.comments);
        });
    }

    /**
     * @param making the deed by which the post came into being, done once
     * @param writer writes the post's row
     */
    void synchronise(Page page, UserId actor, EntryDraft making, Writer<R> writer) throws CopException
    {
        if (page.id().toString().length() > PageId.MAXIMUM) {
            throw CopException.forbidden();
        }
        this.ledger.record(tx -> {
            Session session = tx.session();
            tx.flush();
            boolean isNew = QuestionRepository.entry(session, making).isEmpty();
            if (isNew) {
                this.rights.takePart(page.firstAuthor(), page.id());
                writer.write(session);
                tx.append(making);
            } else {
                update(tx, page, actor, making, writer);
            }
            tx.flush();
            CommentedPost post = CommentedPost.of(find(session, making.wiki(), making.subject()));
            // Comments that are there before the post is known came with a copy or an import: they are no news.
            this.comments.synchronise(tx, page, actor, post, isNew ? 0 : 1);
            return null;
        });
    }

    @Override
    public void synchroniseComment(Page page, PageComment comment) throws CopException
    {
        boolean taken = this.ledger.record(tx -> {
            tx.flush();
            R row = find(tx.session(), page.id().wiki(), page.object().orElseThrow().id());
            if (row == null || row.deleted) {
                return false;
            }
            CommentSynchroniser.synchroniseOne(tx, CommentedPost.of(row), comment);
            return true;
        });
        if (!taken) {
            // The post itself is not known as it is: all of its page is taken.
            synchronise(page, comment.author());
        }
    }

    private void update(Ledger.Transaction tx, Page page, UserId actor, EntryDraft making, Writer<R> writer)
    {
        R before = find(tx.session(), making.wiki(), making.subject());
        if (before == null) {
            rebuild(tx.session(), making.wiki(), making.subject());
            return;
        }
        R after = writer.write(tx.session());
        if (before.deleted) {
            tx.append(draft(before, after, QuestionActs.RESTORED, actor));
        }
        if (!whole(before).equals(whole(after))) {
            tx.append(draft(before, after, QuestionActs.MOVED, actor).withDetail(whole(before).toString()));
        }
        if (isEdited(before, after)) {
            // Not once a version: a package that replaces a page's past brings back one that was there.
            tx.append(draft(before, after, QuestionActs.EDITED, page.author()).at(page.updated())
                .withDetail(page.version()).withWeight(isSmall(before.version, page.version()) ? 0 : 1));
        }
    }

    /** Whether there were only minor edits between two versions: those count behind the dot. */
    private static boolean isSmall(String before, String after)
    {
        int dot = before.indexOf('.');
        return dot > 0 && after.startsWith(before.substring(0, dot + 1));
    }

    /** A deed that can be done again; whether it is to be done was decided under the lock of the ledger. */
    private static EntryDraft draft(PostRow before, PostRow after, ActType act, UserId actor)
    {
        return EntryDraft.of(before.wiki, actor, act, before.id).in(after.community).benefiting(new UserId(before.author))
            .withOccurrence(UUID.randomUUID().toString());
    }

    @Override
    public void recordDeletion(String wiki, UUID id, UserId actor, Instant at)
    {
        this.ledger.write(tx -> {
            tx.flush();
            R row = find(tx.session(), wiki, id);
            if (row != null && !row.deleted) {
                tx.append(draft(row, row, QuestionActs.DELETED, actor).at(at));
            }
        });
    }

    @Override
    public List<UUID> presentIds(String wiki, UUID after, int limit)
    {
        return this.ledger.read(session -> ProjectionKeys.present(session, wiki, after, limit, this.entity));
    }
}
