/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that the index is not discarded too often. */
class IndexRebuildLimitTest
{
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

    private final IndexRebuildLimit guard = new IndexRebuildLimit(this.clock::get);

    private void pass(Duration time)
    {
        this.clock.addAndGet(time.toNanos());
    }

    @Test
    void theFirstTimeIsAtOnceAndTheNextOnesLater()
    {
        assertThat(this.guard.untilNext()).isZero();
        this.guard.renewed();
        assertThat(this.guard.untilNext()).isEqualTo(Duration.ofMinutes(1));
        pass(Duration.ofSeconds(59));
        assertThat(this.guard.untilNext()).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(this.guard.untilNext()).isZero();
        this.guard.renewed();
        assertThat(this.guard.untilNext()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void inADayItIsThreeTimesAnHourAtMost()
    {
        int times = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            if (this.guard.untilNext().isZero()) {
                this.guard.renewed();
                times++;
                assertThat(this.guard.count()).isLessThanOrEqualTo(IndexRebuildLimit.MOST);
            }
            pass(Duration.ofMinutes(1));
        }
        assertThat(times).isBetween(24, 3 * 24 + 1);
    }
}
