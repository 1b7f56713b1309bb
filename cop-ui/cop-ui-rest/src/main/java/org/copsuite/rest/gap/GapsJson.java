/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.gap;

import java.time.LocalDate;
import java.util.List;

import org.copsuite.gap.GapService.Gaps;
import org.copsuite.gap.GapService.MissingExpert;
import org.copsuite.gap.GapService.OnePerson;
import org.copsuite.ledger.CommunityId;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.Person;

/** The gaps of a community. */
record GapsJson(CommunityId community, LocalDate since, int topics, List<MissingExpertJson> missing,
    List<OnePersonJson> hanging, boolean mayDesignate)
{
    static GapsJson of(Gaps gaps)
    {
        return new GapsJson(gaps.community(), gaps.since(), gaps.topics(),
            gaps.missing().stream().map(MissingExpertJson::of).toList(),
            gaps.hanging().stream().map(OnePersonJson::of).toList(), gaps.mayDesignate());
    }

    /** A topic without an expert. */
    record MissingExpertJson(String topic, int questions, int open, int people, int away)
    {
        private static MissingExpertJson of(MissingExpert one)
        {
            return new MissingExpertJson(one.topic(), one.questions(), one.open(), one.people(), one.away());
        }
    }

    /** A topic that hangs on one person. */
    record OnePersonJson(String topic, int answers, int theirs, int people, @Nullable Person person, boolean own)
    {
        private static OnePersonJson of(OnePerson one)
        {
            return new OnePersonJson(one.topic(), one.answers(), one.theirs(), one.people(), one.person(), one.own());
        }
    }
}
