/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.copsuite.text.TextLimitException.Reason;

/**
 * Serialises texts that take long, so that one processor stays free for everybody else, however many such texts are
 * requested at once. Almost no text takes longer than a few milliseconds.
 */
final class SlowLane
{
    /** Processor time after which a text counts as slow, with the texts before it on the same page. */
    static final long AFTER_NANOS = Duration.ofMillis(150).toNanos();

    /** Processor time of a text that never waits, however slow its page is. */
    static final long SHORT_NANOS = Duration.ofMillis(10).toNanos();

    /** Maximum time that a slow text waits, and that all texts of a page wait. */
    static final long PATIENCE_NANOS = Duration.ofMillis(500).toNanos();

    private static final Semaphore LANE = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private SlowLane()
    {
    }

    /**
     * Waits until the text may continue.
     *
     * @param nanos the time that the text may still take
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
