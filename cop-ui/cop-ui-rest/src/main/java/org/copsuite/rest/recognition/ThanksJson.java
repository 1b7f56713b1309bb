/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.recognition;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.recognition.RecognitionService.ThanksView;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.Person;

/** Thanks. */
record ThanksJson(UUID id, Person from, Person to, String message, Instant at, @Nullable UUID question)
{
    static ThanksJson of(ThanksView thanks)
    {
        return new ThanksJson(thanks.id(), thanks.from(), thanks.to(), thanks.message(), thanks.at(),
            thanks.question().map(question -> question.id().value()).orElse(null));
    }

    /** The id of new thanks. */
    record ThankedJson(UUID id)
    {
    }
}
