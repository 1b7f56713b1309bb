/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** Counts working days, Monday to Friday. Holidays count too, since the suite knows none. */
public final class WorkingDays
{
    private WorkingDays()
    {
    }

    /**
     * @param from the begin
     * @param until the end
     * @param zone the time zone of the days
     * @return how many whole working days have passed; what begins at a weekend counts from Monday on
     */
    public static int between(Instant from, Instant until, ZoneId zone)
    {
        ZonedDateTime begin = from.atZone(zone);
        LocalDate first = begin.toLocalDate();
        LocalTime time = begin.toLocalTime();
        if (!isWorkingDay(first)) {
            first = first.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            time = LocalTime.MIN;
        }
        ZonedDateTime end = until.atZone(zone);
        LocalDate last = end.toLocalDate();
        int days = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                days++;
            }
        }
        // Today counts once the time of the begin has come.
        boolean early = isWorkingDay(last) && end.toLocalTime().isBefore(time);
        return Math.max(0, early ? days - 1 : days);
    }

    private static boolean isWorkingDay(LocalDate day)
    {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
