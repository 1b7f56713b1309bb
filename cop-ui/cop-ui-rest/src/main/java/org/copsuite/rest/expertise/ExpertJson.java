/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.expertise;

import java.util.List;
import java.util.UUID;

import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Reason;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** A person who could know, with the reasons. */
record ExpertJson(Person person, List<ReasonJson> reasons)
{
    static ExpertJson of(Expert expert)
    {
        return new ExpertJson(expert.person(), expert.reasons().stream().map(ReasonJson::of).toList());
    }

    /** A reason to find a person. */
    record ReasonJson(String kind, String topic, @Nullable Level level, int count, int accepted,
        @Nullable UUID question, @Nullable String questionTitle, @Nullable PageId url)
    {
        static ReasonJson of(Reason reason)
        {
            return new ReasonJson(reason.kind(), reason.topic(), reason.level(), reason.count(), reason.accepted(),
                reason.question() == null ? null : reason.question().value(), reason.questionTitle(), reason.questionPage());
        }
    }
}
