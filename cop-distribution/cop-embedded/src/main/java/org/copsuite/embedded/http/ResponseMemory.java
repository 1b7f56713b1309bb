/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that responses take until their clients have read them. Above {@link #EASY} bytes the responses whose
 * clients read nothing are ended; above {@link #MOST} bytes no response grows.
 */
final class ResponseMemory
{
    /** Above this many bytes the slowest readers are dropped. */
    static final long EASY = 48L * 1024 * 1024;

    /** Above this many bytes no response grows. */
    static final long MOST = 96L * 1024 * 1024;

    private final AtomicLong taken = new AtomicLong();

    private final Transfers sending;

    /** @param sending the responses that are being sent */
    ResponseMemory(Transfers sending)
    {
        this.sending = sending;
    }

    /**
     * @param bytes how many more
     * @return whether they may be taken
     */
    boolean take(int bytes)
    {
        long now = this.taken.addAndGet(bytes);
        if (now > EASY) {
            this.sending.endStalled();
        }
        if (now > MOST) {
            this.taken.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void give(int bytes)
    {
        this.taken.addAndGet(-bytes);
    }

    long taken()
    {
        return this.taken.get();
    }
}
