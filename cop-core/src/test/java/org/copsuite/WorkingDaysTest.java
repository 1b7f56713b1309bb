/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTest
{
    /** 1 June 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-01T09:00, 2026-06-01T23:00, 0",
        "2026-06-01T09:00, 2026-06-02T08:59, 0",
        "2026-06-01T09:00, 2026-06-02T09:00, 1",
        "2026-06-01T09:00, 2026-06-05T09:00, 4",
        "2026-06-01T09:00, 2026-06-07T23:00, 4",
        "2026-06-01T09:00, 2026-06-08T08:00, 4",
        "2026-06-01T09:00, 2026-06-08T09:00, 5",
        "2026-06-05T17:00, 2026-06-08T16:00, 0",
        "2026-06-05T17:00, 2026-06-08T17:00, 1",
        "2026-06-06T12:00, 2026-06-08T23:59, 0",
        "2026-06-06T12:00, 2026-06-09T00:00, 1",
        "2026-06-07T12:00, 2026-06-07T13:00, 0",
        "2026-06-01T09:00, 2026-06-15T09:00, 10"})
    void countsWholeWorkingDays(LocalDateTime from, LocalDateTime until, int days)
    {
        assertThat(WorkingDays.between(from.toInstant(ZoneOffset.UTC), until.toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
            .isEqualTo(days);
    }

    @Test
    void daysAreThoseOfTheTimeZone()
    {
        // In Auckland it is Monday noon already, in UTC Sunday.
        Instant asked = LocalDateTime.parse("2026-06-01T00:00").toInstant(ZoneOffset.UTC).minusSeconds(60);
        assertThat(WorkingDays.between(asked, asked.plusSeconds(86_400), ZoneId.of("Pacific/Auckland"))).isEqualTo(1);
        assertThat(WorkingDays.between(asked, asked.plusSeconds(86_400), ZoneOffset.UTC)).isZero();
    }
}
