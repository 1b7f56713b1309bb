/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.copsuite.text.TextLimitException.Reason;

/**
 * Where texts go on that take longer than most: one processor stays free for everybody else, however many such texts
 * are asked for at the same time. Almost no text takes longer than a few milliseconds.
 */
final class SlowLane
{
    /** After so long a text is one of the slow ones. */
    static final long AFTER_NANOS = Duration.ofMillis(150).toNanos();

    /** How long a text waits for its turn. */
    private static final long PATIENCE_NANOS = Duration.ofMillis(500).toNanos();

    private static final Semaphore LANE = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private SlowLane()
    {
    }

    /**
     * Waits until the text may go on.
     *
     * @param nanos how long the text may still take
     * @throws TextLimitException if the lane stays full
     */
    static void enter(long nanos)
    {
        try {
            if (LANE.tryAcquire(Math.min(nanos, PATIENCE_NANOS), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TextLimitException(Reason.BUSY);
    }

    static void leave()
    {
        LANE.release();
    }
}
