/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Limits how often the index is discarded, for example on a broken disk: at most three times an hour, the second time
 * at least one minute after the first, the third at least ten minutes after the second.
 */
final class IndexRebuildLimit
{
    /** The maximum number of times within an {@link #HOUR}. */
    static final int MOST = 3;

    static final Duration HOUR = Duration.ofHours(1);

    private static final Duration[] PAUSES = {Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(10)};

    private final LongSupplier clock;

    /** When the index was discarded within the last hour, in nanoseconds of the clock, oldest first. */
    private final Deque<Long> times = new ArrayDeque<>();

    /** @param clock returns nanoseconds since any fixed moment; must be monotonic, unlike the system time */
    IndexRebuildLimit(LongSupplier clock)
    {
        this.clock = clock;
    }

    /** @return how often the index was discarded within the last hour */
    synchronized int count()
    {
        long now = this.clock.getAsLong();
        while (!this.times.isEmpty() && now - this.times.peekFirst() >= HOUR.toNanos()) {
            this.times.removeFirst();
        }
        return this.times.size();
    }

    /** @return how long to wait before the index may be discarded again; zero if it may be discarded now */
    synchronized Duration untilNext()
    {
        int count = count();
        if (count == 0) {
            return Duration.ZERO;
        }
        long from = count < MOST ? this.times.peekLast() : this.times.peekFirst();
        Duration pause = count < MOST ? PAUSES[count] : HOUR;
        long left = from + pause.toNanos() - this.clock.getAsLong();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    /** Records that the index is discarded now. */
    synchronized void renewed()
    {
        this.times.addLast(this.clock.getAsLong());
    }
}
