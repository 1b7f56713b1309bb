/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.concurrent.TimeUnit;

/**
 * The rate at which all large bodies together are received. Who is ahead of it waits without a thread, and the client's
 * own network buffers hold the client back: so many large bodies at once leave processors and the disk to readers.
 */
final class Pace
{
    /** How many bytes may come ahead of the rate. */
    static final int BURST = 4 * 1024 * 1024;

    private final long bytesPerSecond;

    /** The time at which what has been received so far would have been received at the rate. */
    private long due = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

    /** @param bytesPerSecond the rate */
    Pace(long bytesPerSecond)
    {
        this.bytesPerSecond = bytesPerSecond;
    }

    /**
     * Notes what was received.
     *
     * @param bytes how many bytes
     * @param now the time, in nanoseconds
     * @return for how many nanoseconds the one who received it waits before the next piece, 0 or more
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
