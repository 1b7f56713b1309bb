/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the memory of responses that their clients have not yet read. Above {@link #EASY} bytes each further
 * allocation ends the response that has stalled longest; above {@link #MOST} bytes no response can grow. Thread-safe.
 */
final class ResponseMemory
{
    /** The number of bytes above which stalled responses are ended. */
    static final long EASY = 48L * 1024 * 1024;

    /** The maximum number of bytes of all responses together. */
    static final long MOST = 96L * 1024 * 1024;

    private final AtomicLong taken = new AtomicLong();

    private final Transfers sending;

    /** @param sending the responses that are being sent */
    ResponseMemory(Transfers sending)
    {
        this.sending = sending;
    }

    /**
     * Reserves memory.
     *
     * @param bytes the number of bytes
     * @return whether the bytes are reserved
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
