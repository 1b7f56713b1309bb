/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.concurrent.TimeUnit;

/** A body that arrives or a response that is sent, and how fast. */
abstract class Transfer
{
    private final long grace;

    private final long bytesPerSecond;

    private final long since = System.nanoTime();

    private volatile long bytes;

    private volatile long progress = this.since;

    /**
     * @param graceSeconds how many seconds the client may take whatever the size
     * @param bytesPerSecond the mean rate afterwards
     */
    Transfer(int graceSeconds, int bytesPerSecond)
    {
        this.grace = TimeUnit.SECONDS.toNanos(graceSeconds);
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Notes progress; one thread at a time. */
    void moved(int count)
    {
        this.bytes += count;
        this.progress = System.nanoTime();
    }

    long bytes()
    {
        return this.bytes;
    }

    /** @return for how many nanoseconds it has been going on */
    long age(long now)
    {
        return now - this.since;
    }

    /** @return for how many nanoseconds nothing has moved */
    long stalled(long now)
    {
        return now - this.progress;
    }

    boolean isTooSlow(long now)
    {
        return age(now) > this.grace + TimeUnit.SECONDS.toNanos(1) * this.bytes / this.bytesPerSecond;
    }

    /** @return bytes a second so far */
    double rate(long now)
    {
        return this.bytes * 1e9 / Math.max(1, age(now));
    }

    /** Ends the transfer because it is too slow, or makes room for others; does nothing for one that has ended. */
    abstract void abort();
}
