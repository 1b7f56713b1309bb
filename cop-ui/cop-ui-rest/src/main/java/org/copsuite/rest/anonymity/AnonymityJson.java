/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.anonymity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.anonymity.AnonymityService.Anonymity;
import org.copsuite.anonymity.AnonymityService.Own;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** An anonymous question as one reader sees it. */
record AnonymityJson(UUID question, boolean own, boolean mayReveal, List<RevealJson> reveals)
{
    static AnonymityJson of(Anonymity anonymity)
    {
        return new AnonymityJson(anonymity.question().value(), anonymity.own(), anonymity.mayReveal(),
            anonymity.reveals().stream().map(one -> new RevealJson(one.by(), one.reason(), one.at())).toList());
    }

    /** An administrator was told who asked. */
    record RevealJson(Person by, String reason, Instant at)
    {
    }

    /** Who asked a question. */
    record AskerJson(UUID question, Person asker)
    {
    }

    /** A question that the reader asked anonymously. */
    record OwnQuestionJson(UUID question, String title, PageId url, Instant created, boolean news)
    {
        static OwnQuestionJson of(Own own)
        {
            return new OwnQuestionJson(own.question().value(), own.title(), own.page(), own.created(), own.news());
        }
    }
}
