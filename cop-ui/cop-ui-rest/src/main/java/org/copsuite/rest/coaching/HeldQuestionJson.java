/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.coaching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.coaching.CoachingService.HeldComment;
import org.copsuite.coaching.CoachingService.HeldQuestion;
import org.copsuite.ledger.CommunityId;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** A first question that is held back. */
record HeldQuestionJson(UUID id, @Nullable CommunityId community, Person author, String title, String body,
    List<String> tags, @Nullable PageId about, Instant created, String version, boolean coached, boolean due, boolean own,
    List<HeldCommentJson> comments)
{
    static HeldQuestionJson of(HeldQuestion held)
    {
        return new HeldQuestionJson(held.id(), held.community() == null ? null : held.community().id(), held.author(),
            held.title(), held.body(), held.tags(), held.about(), held.created(), held.version(), held.coached(), held.due(),
            held.own(), held.comments().stream().map(HeldCommentJson::of).toList());
    }

    /** A private comment. */
    record HeldCommentJson(UUID id, Person author, Instant created, String text)
    {
        static HeldCommentJson of(HeldComment comment)
        {
            return new HeldCommentJson(comment.id(), comment.author(), comment.created(), comment.text());
        }
    }
}
