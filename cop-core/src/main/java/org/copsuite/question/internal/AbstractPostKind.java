/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;

import org.copsuite.CopException;
import org.copsuite.intake.PageKind;
import org.copsuite.intake.RightsOfRows;
import org.copsuite.ledger.Act;
import org.copsuite.ledger.Deed;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ViewKeys;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.internal.CommentPages.CommentedPost;
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
abstract class AbstractPostKind<R extends PostRow> implements PageKind
{
    private final String entity;

    @Inject
    private Ledger ledger;

    @Inject
    private PostRights rights;

    @Inject
    private CommentPages comments;

    @Inject
    private RightsOfRows rightsOfRows;

    AbstractPostKind(Class<R> row)
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

    RightsOfRows rightsOfRows()
    {
        return this.rightsOfRows;
    }

    @Override
    public Optional<PageId> place(String wiki, UUID id)
    {
        return this.ledger.read(session -> Optional.ofNullable(find(session, wiki, id)).filter(row -> !row.deleted)
            .map(row -> PageId.parse(row.page)));
    }

    @Override
    public List<UUID> at(PageId page)
    {
        return this.ledger.read(session -> ViewKeys.at(session, page, this.entity));
    }

    @Override
    public boolean isTaken(Page page)
    {
        UUID id = page.object().orElseThrow().id();
        return this.ledger.read(session -> {
            R row = find(session, page.id().wiki(), id);
            return row != null && !row.deleted && row.version.equals(page.version())
                && row.page.equals(page.id().toString()) && this.comments.isTaken(session, page, row.comments);
        });
    }

    /**
     * @param making the deed by which the post came into being, done once
     * @param writer writes the post's row
     */
    void take(Page page, UserId actor, Deed making, Writer<R> writer) throws CopException
    {
        if (page.id().toString().length() > PageId.MAXIMUM) {
            throw CopException.forbidden();
        }
        this.ledger.record(recording -> {
            Session session = recording.session();
            recording.flush();
            boolean isNew = Statements.entry(session, making).isEmpty();
            if (isNew) {
                this.rights.takePart(page.firstAuthor(), page.id());
                writer.write(session);
                recording.append(making);
            } else {
                update(recording, page, actor, making, writer);
            }
            recording.flush();
            CommentedPost post = CommentedPost.of(find(session, making.wiki(), making.subject()));
            // Comments that are there before the post is known came with a copy or an import: they are no news.
            this.comments.take(recording, page, actor, post, isNew ? 0 : 1);
            return null;
        });
    }

    @Override
    public void takeComment(Page page, PageComment comment) throws CopException
    {
        boolean taken = this.ledger.record(recording -> {
            recording.flush();
            R row = find(recording.session(), page.id().wiki(), page.object().orElseThrow().id());
            if (row == null || row.deleted) {
                return false;
            }
            CommentPages.takeOne(recording, CommentedPost.of(row), comment);
            return true;
        });
        if (!taken) {
            // The post itself is not known as it is: all of its page is taken.
            take(page, comment.author());
        }
    }

    private void update(Ledger.Recording recording, Page page, UserId actor, Deed making, Writer<R> writer)
    {
        R before = find(recording.session(), making.wiki(), making.subject());
        if (before == null) {
            rebuild(recording.session(), making.wiki(), making.subject());
            return;
        }
        R after = writer.write(recording.session());
        if (before.deleted) {
            recording.append(deed(before, after, QuestionActs.RESTORED, actor));
        }
        if (!whole(before).equals(whole(after))) {
            recording.append(deed(before, after, QuestionActs.MOVED, actor).saying(whole(before).toString()));
        }
        if (isEdited(before, after)) {
            // Not once a version: a package that replaces a page's past brings back one that was there.
            recording.append(deed(before, after, QuestionActs.EDITED, page.author()).at(page.updated())
                .saying(page.version()).weighing(isSmall(before.version, page.version()) ? 0 : 1));
        }
    }

    /** Whether there were only minor edits between two versions: those count behind the dot. */
    private static boolean isSmall(String before, String after)
    {
        int dot = before.indexOf('.');
        return dot > 0 && after.startsWith(before.substring(0, dot + 1));
    }

    /** A deed that can be done again; whether it is to be done was decided under the lock of the ledger. */
    private static Deed deed(PostRow before, PostRow after, Act act, UserId actor)
    {
        return Deed.of(before.wiki, actor, act, before.id).in(after.community).benefiting(new UserId(before.author))
            .occurrence(UUID.randomUUID().toString());
    }

    @Override
    public void gone(String wiki, UUID id, UserId actor, Instant at)
    {
        this.ledger.write(recording -> {
            recording.flush();
            R row = find(recording.session(), wiki, id);
            if (row != null && !row.deleted) {
                recording.append(deed(row, row, QuestionActs.DELETED, actor).at(at));
            }
        });
    }

    @Override
    public List<UUID> present(String wiki, UUID after, int limit)
    {
        return this.ledger.read(session -> ViewKeys.present(session, wiki, after, limit, this.entity));
    }
}
