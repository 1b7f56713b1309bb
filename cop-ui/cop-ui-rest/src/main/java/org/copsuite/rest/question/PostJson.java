/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.time.Instant;
import java.util.List;

import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.PostMay;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** A question or an answer. */
record PostJson(PostId id, PageId url, String body, String version, Person author, Instant created,
    @Nullable Instant edited, TallyJson votes, boolean accepted, List<CommentJson> comments, int commentCount,
    @Nullable String moreComments, PostMay may)
{
    static PostJson of(PostView post)
    {
        return new PostJson(post.id(), post.page(), post.body(), post.version(), post.author(), post.created(),
            post.edited(), TallyJson.of(post.tally()), post.accepted(),
            post.comments().stream().map(CommentJson::of).toList(), post.commentCount(), post.moreComments(), post.may());
    }
}
