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
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.question.QuestionActs;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Synchronises the comments of a post with those of its page. */
@Component(roles = CommentSynchroniser.class)
@Singleton
public class CommentSynchroniser
{
    @Inject
    private Provider<Pages> pages;

    @Inject
    private Access access;

    @Inject
    private Askers askers;

    /**
     * Appends entries for new, deleted and restored comments of a page. A comment that a copy of a page brings along
     * still belongs to the page on which it was written, and is skipped.
     *
     * @param tx the transaction; the caller has applied the entries appended before
     * @param page the post's page
     * @param actor the person who changed the page: actor of the deletions and restorations
     * @param post the post
     * @param weight 0 if new comments must not cause notices or count as activity, otherwise 1
     */
    void synchronise(Ledger.Transaction tx, Page page, UserId actor, CommentedPost post, int weight)
    {
        List<PageComment> comments = this.pages.get().comments(page.id());
        Session session = tx.session();
        Map<UUID, Boolean> known = known(session, post.wiki(), post.id());
        Set<UUID> otherPages = inLedger(session, post.wiki(),
            comments.stream().map(PageComment::id).filter(id -> !known.containsKey(id)).toList());
        for (PageComment comment : comments) {
            if (!known.containsKey(comment.id()) && !otherPages.contains(comment.id()) && mayTakePart(comment, page, post)) {
                add(tx, comment, post, weight);
            } else if (known.getOrDefault(comment.id(), false)) {
                tx.append(draft(post, comment.id(), QuestionActs.RESTORED, actor));
            }
        }
        Set<UUID> present = comments.stream().map(PageComment::id).collect(Collectors.toSet());
        known.forEach((id, deleted) -> {
            if (!deleted && !present.contains(id)) {
                tx.append(draft(post, id, QuestionActs.DELETED, actor));
            }
        });
    }

    /**
     * Adds a comment that was just written on the post's page, unless the ledger knows it. Does not check permissions.
     *
     * @param tx the transaction
     * @param post the post
     * @param comment the comment; its author must be allowed to take part
     */
    static void synchroniseOne(Ledger.Transaction tx, CommentedPost post, PageComment comment)
    {
        if (inLedger(tx.session(), post.wiki(), List.of(comment.id())).isEmpty()) {
            add(tx, comment, post, 1);
        }
    }

    private boolean mayTakePart(PageComment comment, Page page, CommentedPost post)
    {
        UserId account = this.askers.account(comment.author(), post.wiki(), post.question());
        return this.access.has(account, Right.COMMENT, page.id()) || this.access.has(account, Right.EDIT, page.id());
    }

    /**
     * Inserts the row of a comment on the page and appends its entry.
     *
     * @param tx the transaction
     * @param comment the comment
     * @param post the post
     * @param weight 0 if the comment must not cause notices or count as activity, otherwise 1
     */
    static void add(Ledger.Transaction tx, PageComment comment, CommentedPost post, int weight)
    {
        CommentRow row = new CommentRow();
        row.wiki = post.wiki().value();
        row.id = comment.id();
        row.post = post.id();
        row.question = post.question();
        row.author = comment.author().value();
        row.body = PlainText.block(comment.text());
        row.created = comment.at().toEpochMilli();
        QuestionRepository.insert(tx.session(), row);
        tx.append(EntryDraft.of(post.wiki(), comment.author(), QuestionActs.COMMENTED, comment.id(), post.id())
            .at(comment.at()).in(post.community()).benefiting(post.author()).withWeight(weight));
    }

    /**
     * Creates a draft of a repeatable act. The caller holds the lock of the ledger and has checked that the act
     * applies.
     */
    static EntryDraft draft(CommentedPost post, UUID comment, ActType<Void> act, UserId actor)
    {
        return EntryDraft.of(post.wiki(), actor, act,
            comment).in(post.community()).withOccurrence(UUID.randomUUID().toString());
    }

    /**
     * @param page the post's page
     * @param comments the comment count of the post's row
     * @return whether the projections know exactly the comments of the page
     */
    boolean isSynchronised(Session session, Page page, int comments)
    {
        List<PageComment> present = this.pages.get().comments(page.id());
        if (present.size() <= comments) {
            return present.size() == comments;
        }
        WikiId wiki = page.id().wiki();
        Map<UUID, Boolean> known = known(session, wiki, page.object().orElseThrow().id());
        List<UUID> unknown = present.stream().map(PageComment::id).filter(id -> !known.containsKey(id)).toList();
        return inLedger(session, wiki, unknown).size() == unknown.size()
            && present.stream().noneMatch(comment -> known.getOrDefault(comment.id(), false));
    }

    /** @return the number of comments of each page; a page without any may be missing */
    Map<PageId, Integer> counts(List<Page> pages)
    {
        return this.pages.get().commentCounts(pages.stream().map(Page::id).toList());
    }

    /** @return the comments of a post in the projection, with whether they are deleted */
    private static Map<UUID, Boolean> known(Session session, WikiId wiki, UUID post)
    {
        return session
            .createQuery("select id, deleted from CommentRow where wiki = :wiki and post = :post", Object[].class)
            .setParameter("wiki", wiki.value()).setParameter("post", post).getResultStream()
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Boolean) row[1]));
    }

    /** @return those of the comments that the ledger contains, on any page */
    private static Set<UUID> inLedger(Session session, WikiId wiki, List<UUID> comments)
    {
        Set<UUID> found = new HashSet<>();
        for (List<UUID> some : Chunks.of(comments)) {
            found.addAll(session
                .createQuery("select subject from LedgerEntry where wiki = :wiki and act = :act and subject in (:ids)",
                    UUID.class)
                .setParameter("wiki", wiki.value()).setParameter("act", QuestionActs.COMMENTED.name())
                .setParameterList("ids", some).getResultList());
        }
        return found;
    }

    /**
     * The columns of a post that its comments need.
     *
     * @param wiki the wiki
     * @param id the post
     * @param question its question; the post itself for a question
     * @param community its community
     * @param author its author
     */
    record CommentedPost(WikiId wiki, UUID id, UUID question, CommunityId community, UserId author)
    {
        static CommentedPost of(PostRow row)
        {
            return new CommentedPost(new WikiId(row.wiki), row.id, row.thread(), new CommunityId(row.community),
                new UserId(row.author));
        }
    }
}
