/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.recognition;

import java.time.Instant;
import java.util.List;

import org.copsuite.recognition.RecognitionService.Contributions;
import org.copsuite.recognition.RecognitionService.Recent;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** What one has contributed oneself. */
record ContributionsJson(Person person, @Nullable Integer points, @Nullable Integer pointsThisWeek, int questions,
    int answers, int accepted, int votes, int thanksGiven, int thanksReceived, int helped, boolean takesPart,
    List<ContributionJson> recent)
{
    static ContributionsJson of(Contributions mine)
    {
        return new ContributionsJson(mine.person(), mine.points(), mine.pointsThisWeek(), mine.questions(),
            mine.answers(), mine.accepted(), mine.votes(), mine.thanksGiven(), mine.thanksReceived(), mine.helped(),
            mine.takesPart(), mine.recent().stream().map(ContributionJson::of).toList());
    }

    /** One contribution. */
    record ContributionJson(String act, Instant at, String title, @Nullable PageId url, int points)
    {
        static ContributionJson of(Recent recent)
        {
            return new ContributionJson(recent.act(), recent.at(), recent.title(), recent.page(), recent.points());
        }
    }
}
