/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.concurrent.TimeUnit;

/**
 * Limits the rate at which all large bodies together are received. A transfer that is ahead of the rate pauses without
 * a thread, and the full network buffers of its client slow the client down. Processors and disk remain available to
 * readers. Thread-safe.
 */
final class ReceiveRate
{
    /** The number of bytes that may arrive ahead of the rate. */
    static final int BURST = 4 * 1024 * 1024;

    private final long bytesPerSecond;

    /**
     * The time at which the bytes received so far would have arrived at exactly this rate, as of
     * {@link System#nanoTime}.
     */
    private long due = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

    /** @param bytesPerSecond the rate */
    ReceiveRate(long bytesPerSecond)
    {
        this.bytesPerSecond = bytesPerSecond;
    }

    /**
     * Counts received bytes.
     *
     * @param bytes the number of bytes
     * @param now the time of {@link System#nanoTime}
     * @return how long the transfer must pause before it reads the next piece, in nanoseconds, at least 0
     */
    synchronized long received(int bytes, long now)
    {
        this.due = Math.max(this.due, now - nanoseconds(BURST)) + nanoseconds(bytes);
        return Math.max(0, this.due - now);
    }

    private long nanoseconds(long bytes)
    {
        return bytes * TimeUnit.SECONDS.toNanos(1) / this.bytesPerSecond;
    }
}
