/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** The current week, Monday to Sunday in UTC, by which limits and leaderboards count. */
public final class CurrentWeek
{
    private CurrentWeek()
    {
    }

    /** @return its Monday */
    public static LocalDate monday()
    {
        return LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** @return the instant at which it began */
    public static Instant start()
    {
        return monday().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
