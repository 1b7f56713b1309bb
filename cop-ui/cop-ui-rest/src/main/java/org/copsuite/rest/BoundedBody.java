/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** Stream of a request body that throws a refusal if the body is too large or arrives too slowly. Not thread-safe. */
final class BoundedBody extends FilterInputStream
{
    /** Seconds that a body may take whatever its size. */
    static final int GRACE = 20;

    /** Minimum average rate afterwards, in bytes per second. */
    static final int RATE = 2048;

    private final long maximum;

    private final long since = System.nanoTime();

    private long bytes;

    BoundedBody(InputStream body, long maximum)
    {
        super(body);
        this.maximum = maximum;
    }

    /** The body is refused before its end. */
    static final class RefusedException extends IOException
    {
        private static final long serialVersionUID = 1L;

        private final boolean slow;

        RefusedException(boolean slow)
        {
            super(slow ? "A body arrives too slowly." : "A body is too large.");
            this.slow = slow;
        }

        /** Converts the refusal to an answer, with a translation key for bodies that are too large. */
        Input.RefusedBodyException refusal(String tooLarge)
        {
            return this.slow ? new Input.RefusedBodyException(408, "cop.error.slow")
                : new Input.RefusedBodyException(413, tooLarge);
        }
    }

    @Override
    public int read() throws IOException
    {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException
    {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            this.bytes += count;
            if (this.bytes > this.maximum) {
                throw new RefusedException(false);
            }
            if (isSlow(System.nanoTime() - this.since, this.bytes)) {
                throw new RefusedException(true);
            }
        }
        return count;
    }

    /** Returns whether this many bytes in this many nanoseconds are below the minimum rate. */
    static boolean isSlow(long nanoseconds, long bytes)
    {
        return nanoseconds > TimeUnit.SECONDS.toNanos(GRACE) + TimeUnit.SECONDS.toNanos(1) * bytes / RATE;
    }
}
