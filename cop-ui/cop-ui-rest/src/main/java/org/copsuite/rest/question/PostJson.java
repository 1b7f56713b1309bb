/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.question.QuestionQueries.PostMay;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** A question or an answer. */
record PostJson(UUID id, PageId url, String body, String version, Person author, Instant created,
    @Nullable Instant edited, TallyJson votes, boolean accepted, List<CommentJson> comments, int commentCount,
    @Nullable String moreComments, PostMayJson may)
{
    static PostJson of(PostView post)
    {
        return new PostJson(post.id().value(), post.page(), post.body(), post.version(), post.author(), post.created(),
            post.edited(), TallyJson.of(post.tally()), post.accepted(),
            post.comments().stream().map(CommentJson::of).toList(), post.commentCount(), post.moreComments(),
            PostMayJson.of(post.may()));
    }

    /** What one may do with the post; who may vote on it may also thank its author. */
    record PostMayJson(boolean vote, boolean voteDown, boolean comment, boolean edit, boolean accept, boolean delete,
        boolean thank)
    {
        static PostMayJson of(PostMay may)
        {
            return new PostMayJson(may.vote(), may.voteDown(), may.comment(), may.edit(), may.accept(), may.delete(),
                may.vote());
        }
    }
}
