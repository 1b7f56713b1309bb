/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.copsuite.feedback.PulseService.Interval;
import org.copsuite.feedback.PulseService.PulseView;
import org.copsuite.feedback.PulseService.Result;
import org.copsuite.feedback.PulseService.Round;
import org.copsuite.rest.Nullable;

/** The pulse survey of a community. */
record PulseJson(Interval interval, @Nullable PulseRoundJson round, List<PulseResultJson> results, List<String> lines,
    boolean mayManage)
{
    static PulseJson of(PulseView pulse)
    {
        return new PulseJson(pulse.interval(), pulse.round() == null ? null : PulseRoundJson.of(pulse.round()),
            pulse.results().stream().map(PulseResultJson::of).toList(), pulse.lines(), pulse.mayManage());
    }

    /** An open round. */
    record PulseRoundJson(UUID id, LocalDate first, LocalDate last, int answers, boolean answered, boolean mayAnswer)
    {
        private static PulseRoundJson of(Round round)
        {
            return new PulseRoundJson(round.id(), round.first(), round.last(), round.answers(), round.answered(),
                round.mayAnswer());
        }
    }

    /** A closed round. */
    record PulseResultJson(LocalDate first, int answers, List<Double> averages)
    {
        private static PulseResultJson of(Result result)
        {
            return new PulseResultJson(result.first(), result.answers(), result.averages());
        }
    }
}
