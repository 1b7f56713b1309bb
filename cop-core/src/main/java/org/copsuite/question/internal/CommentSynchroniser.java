/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.PlainText;
import org.copsuite.db.Chunks;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.question.QuestionActs;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Brings the comments of a post up to those of its page. */
@Component(roles = CommentSynchroniser.class)
@Singleton
public class CommentSynchroniser
{
    @Inject
    private Provider<Pages> pages;

    @Inject
    private Access access;

    /**
     * Takes comments that the ledger does not know, and notes those that are gone, or there again as after a page was
     * rolled back. A comment that came along with a copy of a page stays that of the page it was written on.
     *
     * @param tx where to append; what was appended before is flushed by the caller
     * @param page the post's page
     * @param actor who changed it: who deleted the comments that are gone, or brought them back
     * @param post the post
     * @param weight 0 where comments that the ledger does not know are no news
     */
    void synchronise(Ledger.Transaction tx, Page page, UserId actor, CommentedPost post, int weight)
    {
        List<PageComment> comments = this.pages.get().comments(page.id());
        Session session = tx.session();
        Map<UUID, Boolean> known = known(session, post.wiki(), post.id());
        Set<UUID> elsewhere = elsewhere(session, post.wiki(),
            comments.stream().map(PageComment::id).filter(id -> !known.containsKey(id)).toList());
        for (PageComment comment : comments) {
            if (!known.containsKey(comment.id()) && !elsewhere.contains(comment.id()) && mayTakePart(comment, page)) {
                add(tx, comment, post, weight);
            } else if (known.getOrDefault(comment.id(), false)) {
                tx.append(draft(post, comment.id(), QuestionActs.RESTORED, actor));
            }
        }
        Set<UUID> there = comments.stream().map(PageComment::id).collect(Collectors.toSet());
        known.forEach((id, deleted) -> {
            if (!deleted && !there.contains(id)) {
                tx.append(draft(post, id, QuestionActs.DELETED, actor));
            }
        });
    }

    /**
     * Takes a comment that was just added to the post's page, unless the ledger knows it.
     *
     * @param tx where to append
     * @param post the post
     * @param comment the comment, by somebody who may take part
     */
    static void synchroniseOne(Ledger.Transaction tx, CommentedPost post, PageComment comment)
    {
        if (elsewhere(tx.session(), post.wiki(), List.of(comment.id())).isEmpty()) {
            add(tx, comment, post, 1);
        }
    }

    private boolean mayTakePart(PageComment comment, Page page)
    {
        return this.access.has(comment.author(), Right.COMMENT, page.id())
            || this.access.has(comment.author(), Right.EDIT, page.id());
    }

    /**
     * Adds a comment that stands on the page to ledger and views.
     *
     * @param tx where to append
     * @param comment the comment
     * @param post the post
     * @param weight 0 where it is no news
     */
    static void add(Ledger.Transaction tx, PageComment comment, CommentedPost post, int weight)
    {
        CommentRow row = new CommentRow();
        row.wiki = post.wiki();
        row.id = comment.id();
        row.post = post.id();
        row.question = post.question();
        row.author = comment.author().value();
        row.body = PlainText.block(comment.text());
        row.created = comment.at().toEpochMilli();
        QuestionRepository.insert(tx.session(), row);
        tx.append(EntryDraft.of(post.wiki(), comment.author(), QuestionActs.COMMENTED, comment.id()).at(comment.at())
            .in(post.community()).benefiting(post.author()).withDetail(post.id().toString()).withWeight(weight));
    }

    /** A deed that can be done again; whether it is to be done was decided under the lock of the ledger. */
    static EntryDraft draft(CommentedPost post, UUID comment, ActType act, UserId actor)
    {
        return EntryDraft.of(post.wiki(), actor, act,
            comment).in(post.community()).withOccurrence(UUID.randomUUID().toString());
    }

    /**
     * @param page the post's page
     * @param comments how many comments the post's row counts
     * @return whether the views know the page's comments
     */
    boolean isSynchronised(Session session, Page page, int comments)
    {
        List<PageComment> there = this.pages.get().comments(page.id());
        if (there.size() <= comments) {
            return there.size() == comments;
        }
        String wiki = page.id().wiki();
        Map<UUID, Boolean> known = known(session, wiki, page.object().orElseThrow().id());
        List<UUID> unknown = there.stream().map(PageComment::id).filter(id -> !known.containsKey(id)).toList();
        return elsewhere(session, wiki, unknown).size() == unknown.size()
            && there.stream().noneMatch(comment -> known.getOrDefault(comment.id(), false));
    }

    /** The comments on a post that the views know, with whether they are deleted. */
    private static Map<UUID, Boolean> known(Session session, String wiki, UUID post)
    {
        return session
            .createQuery("select id, deleted from CommentRow where wiki = :wiki and post = :post", Object[].class)
            .setParameter("wiki", wiki).setParameter("post", post).getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Boolean) row[1]));
    }

    /** Those of the comments that the ledger knows, wherever they are. */
    private static Set<UUID> elsewhere(Session session, String wiki, List<UUID> comments)
    {
        Set<UUID> found = new HashSet<>();
        for (List<UUID> some : Chunks.of(comments)) {
            found.addAll(session
                .createQuery("select subject from LedgerEntry where wiki = :wiki and act = :act and subject in (:ids)",
                    UUID.class)
                .setParameter("wiki", wiki).setParameter("act", QuestionActs.COMMENTED.name())
                .setParameterList("ids", some).getResultList());
        }
        return found;
    }

    /**
     * A post, as far as its comments need it.
     *
     * @param wiki the wiki
     * @param id the post
     * @param question its question; itself for a question
     * @param community its community
     * @param author who wrote it
     */
    record CommentedPost(String wiki, UUID id, UUID question, UUID community, UserId author)
    {
        static CommentedPost of(PostRow row)
        {
            return new CommentedPost(row.wiki, row.id, row.thread(), row.community, new UserId(row.author));
        }
    }
}
