/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.question.QuestionQueries.CommentView;
import org.copsuite.wiki.Person;

/** A comment. */
record CommentJson(UUID id, String text, Person author, Instant created)
{
    static CommentJson of(CommentView comment)
    {
        return new CommentJson(comment.id(), comment.text(), comment.author(), comment.created());
    }
}
