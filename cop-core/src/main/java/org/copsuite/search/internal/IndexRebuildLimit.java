/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Keeps the index from being thrown away again and again, as where a disk is broken: three times an hour at most, the
 * second time at least a minute after the first, the third at least ten minutes after the second.
 */
final class IndexRebuildLimit
{
    /** How often within an {@link #HOUR}. */
    static final int MOST = 3;

    static final Duration HOUR = Duration.ofHours(1);

    private static final Duration[] PAUSES = {Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(10)};

    private final LongSupplier clock;

    /** When it was thrown away within the last hour, the last one last. */
    private final Deque<Long> times = new ArrayDeque<>();

    /** @param clock gives nanoseconds since any moment; a clock that people set would not do */
    IndexRebuildLimit(LongSupplier clock)
    {
        this.clock = clock;
    }

    /** @return how often it was thrown away within the last hour */
    synchronized int count()
    {
        long now = this.clock.getAsLong();
        while (!this.times.isEmpty() && now - this.times.peekFirst() >= HOUR.toNanos()) {
            this.times.removeFirst();
        }
        return this.times.size();
    }

    /** @return how long to wait before it may be thrown away */
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

    /** It is thrown away now. */
    synchronized void renewed()
    {
        this.times.addLast(this.clock.getAsLong());
    }
}
