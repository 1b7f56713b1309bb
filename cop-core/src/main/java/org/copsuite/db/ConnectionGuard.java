/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.hibernate.BaseSessionEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses a second database connection to a thread that holds one. A thread that holds a connection, perhaps with
 * locks, and waits for another one from the same bounded pool waits for threads that wait for its locks: a few
 * concurrent writers would stop everybody until the pool times out.
 * <p>
 * A binding names this class as {@code hibernate.session.events.auto}, so that each session counts its connection, and
 * calls {@link #acquiring()} and {@link #released()} around connections that it takes without Hibernate. If the system
 * property {@value #STRICT} is {@code true}, as in tests, the second connection fails; otherwise it is given, and
 * logged at most once a minute. Counts are per thread.
 */
public class ConnectionGuard extends BaseSessionEventListener
{
    /** System property that makes a second connection fail. */
    public static final String STRICT = "cop.strictConnections";

    private static final Logger LOGGER = LoggerFactory.getLogger(ConnectionGuard.class);

    private static final long serialVersionUID = 1L;

    private static final long LOG_INTERVAL = TimeUnit.MINUTES.toNanos(1);

    private static final ThreadLocal<int[]> HELD = ThreadLocal.withInitial(() -> new int[2]);

    private static final AtomicLong LOGGED = new AtomicLong(System.nanoTime() - LOG_INTERVAL);

    private static final AtomicLong SECOND = new AtomicLong();

    /** Whether the session of this listener holds a connection. */
    private boolean holds;

    /**
     * Counts a connection that the current thread is about to take.
     *
     * @throws IllegalStateException in strict mode, if the thread holds one; then nothing is counted
     */
    public static void acquiring()
    {
        int[] held = HELD.get();
        if (held[0] > 0) {
            second();
        }
        held[0]++;
        held[1] = Math.max(held[0], held[1]);
    }

    /** Counts a connection that the current thread has returned, or did not get. */
    public static void released()
    {
        int[] held = HELD.get();
        if (held[0] > 0) {
            held[0]--;
        }
    }

    /** @return the number of connections that the current thread holds */
    public static int held()
    {
        return HELD.get()[0];
    }

    /**
     * Reads and resets the largest number of connections that the current thread held at the same time.
     *
     * @return that number since the last call
     */
    public static int peak()
    {
        int[] held = HELD.get();
        int peak = held[1];
        held[1] = held[0];
        return peak;
    }

    /** @return how often a thread of this process requested another connection while it held one */
    public static long seconds()
    {
        return SECOND.get();
    }

    private static void second()
    {
        SECOND.incrementAndGet();
        IllegalStateException misuse =
            new IllegalStateException("A thread that holds a database connection requests another one.");
        if (Boolean.getBoolean(STRICT)) {
            throw misuse;
        }
        long now = System.nanoTime();
        long last = LOGGED.get();
        if (now - last >= LOG_INTERVAL && LOGGED.compareAndSet(last, now)) {
            LOGGER.error("Thread [{}] holds a database connection and takes another one; many at once may wait for each "
                + "other. Please report this trace.", Thread.currentThread().getName(), misuse);
        }
    }

    @Override
    public void jdbcConnectionAcquisitionStart()
    {
        if (!this.holds) {
            acquiring();
            this.holds = true;
        }
    }

    @Override
    public void jdbcConnectionReleaseEnd()
    {
        release();
    }

    @Override
    public void end()
    {
        // Also if the pool gave none: then nothing was released.
        release();
    }

    private void release()
    {
        if (this.holds) {
            this.holds = false;
            released();
        }
    }
}
