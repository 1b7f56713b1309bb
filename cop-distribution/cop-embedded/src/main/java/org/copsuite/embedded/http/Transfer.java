/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.io.EndPoint;

/** A body that arrives or a response that is sent. Measures its rate. */
abstract class Transfer
{
    private final EndPoint endPoint;

    private final long grace;

    private final long bytesPerSecond;

    private final long since = System.nanoTime();

    private volatile long bytes;

    private volatile long progress = this.since;

    /**
     * @param endPoint its connection
     * @param graceSeconds seconds that the transfer may take, whatever its size
     * @param bytesPerSecond the minimum average rate after that time
     */
    Transfer(EndPoint endPoint, int graceSeconds, int bytesPerSecond)
    {
        this.endPoint = endPoint;
        this.grace = TimeUnit.SECONDS.toNanos(graceSeconds);
        this.bytesPerSecond = bytesPerSecond;
    }

    /**
     * Counts transferred bytes. Must not be called concurrently.
     *
     * @param count the number of bytes
     */
    void moved(int count)
    {
        this.bytes += count;
        this.progress = System.nanoTime();
    }

    EndPoint endPoint()
    {
        return this.endPoint;
    }

    long bytes()
    {
        return this.bytes;
    }

    /** @return the time since the transfer started, in nanoseconds */
    long age(long now)
    {
        return now - this.since;
    }

    /** @return the time since the last byte was transferred, in nanoseconds */
    long stalled(long now)
    {
        return now - this.progress;
    }

    boolean isTooSlow(long now)
    {
        return age(now) > this.grace + TimeUnit.SECONDS.toNanos(1) * this.bytes / this.bytesPerSecond;
    }

    /** @return the average rate so far, in bytes per second */
    double rate(long now)
    {
        return this.bytes * 1e9 / Math.max(1, age(now));
    }

    /** Ends the transfer because it is too slow or to make room for others. Does nothing if the transfer has ended. */
    abstract void abort();
}
