/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.recognition;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.recognition.RecognitionService.ThanksView;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.Person;

/** Thanks. */
record ThanksJson(UUID id, Person from, Person to, String message, Instant at, @Nullable PostId question)
{
    static ThanksJson of(ThanksView thanks)
    {
        return new ThanksJson(thanks.id(), thanks.from(), thanks.to(), thanks.message(), thanks.at(),
            thanks.question().map(QuestionSummary::id).orElse(null));
    }

    /** The id of new thanks. */
    record ThankedJson(UUID id)
    {
    }
}
