/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.question.internal.CommentSynchroniser.CommentedPost;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;

/**
 * A question or an answer with its rows.
 *
 * @param question its question; the post itself for a question
 * @param answer the answer, {@code null} for a question
 */
record StoredPost(QuestionRow question, AnswerRow answer)
{
    /** Detaches the rows from the session, so that no later statement makes Hibernate check them for changes. */
    void detach(Session session)
    {
        session.evict(this.question);
        if (isAnswer()) {
            session.evict(this.answer);
        }
    }

    boolean isAnswer()
    {
        return this.answer != null;
    }

    /** @return the act that created the post */
    ActType<?> creation()
    {
        return isAnswer() ? QuestionActs.ANSWERED : QuestionActs.ASKED;
    }

    private PostRow row()
    {
        return isAnswer() ? this.answer : this.question;
    }

    WikiId wiki()
    {
        return new WikiId(this.question.wiki);
    }

    UUID id()
    {
        return row().id;
    }

    UserId author()
    {
        return new UserId(row().author);
    }

    PageId page()
    {
        return PageId.parse(row().page);
    }

    PageId questionPage()
    {
        return PageId.parse(this.question.page);
    }

    UserId asker()
    {
        return new UserId(this.question.author);
    }

    CommunityId community()
    {
        return new CommunityId(this.question.community);
    }

    int commentCount()
    {
        return row().comments;
    }

    String version()
    {
        return row().version;
    }

    CommentedPost commented()
    {
        return CommentedPost.of(row());
    }

    Post post()
    {
        return new Post(new PostId(id()), new PostId(this.question.id), page(), version());
    }

    PostRef ref()
    {
        return new PostRef(new PostId(id()), new PostId(this.question.id), wiki(), page(), questionPage(), community());
    }
}
