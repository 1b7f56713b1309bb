/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.recognition;

import org.copsuite.recognition.RecognitionService.Standing;
import org.copsuite.wiki.Person;

/** A row of a leaderboard. */
record StandingJson(Person person, int points, int answers, int accepted, int thanks)
{
    static StandingJson of(Standing standing)
    {
        return new StandingJson(standing.person(), standing.points(), standing.answers(), standing.accepted(),
            standing.thanks());
    }
}
