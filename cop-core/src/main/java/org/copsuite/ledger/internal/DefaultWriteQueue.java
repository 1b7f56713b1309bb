/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.WriteQueue;
import org.xwiki.component.annotation.Component;

/** Turns as permits of a fair semaphore. */
@Component
@Singleton
public class DefaultWriteQueue implements WriteQueue
{
    /** Minimum number of concurrent writers: one may wait for the database while the other computes. */
    static final int NARROWEST = 2;

    /** Maximum number of concurrent writers: less than half of the 15 connections of a binding. */
    static final int WIDEST = 6;

    /** How long a writer waits at most. Browsers and proxies wait longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How many threads wait at most: servers such as XWiki's have 200. */
    static final int WAITING = 100;

    private final int width;

    private final Duration patience;

    private final Semaphore turns;

    /** Number of nested turns of the current thread. */
    private final ThreadLocal<int[]> depth = ThreadLocal.withInitial(() -> new int[1]);

    /** Uses as many permits as there are processors, within bounds. */
    public DefaultWriteQueue()
    {
        this(Math.max(NARROWEST, Math.min(WIDEST, Runtime.getRuntime().availableProcessors())), PATIENCE);
    }

    DefaultWriteQueue(int width, Duration patience)
    {
        this.width = width;
        this.patience = patience;
        this.turns = new Semaphore(width, true);
    }

    @Override
    public Turn enter() throws CopException
    {
        int[] own = this.depth.get();
        if (own[0] == 0) {
            await();
        }
        own[0]++;
        return new Turn()
        {
            private boolean closed;

            @Override
            public void close()
            {
                if (!this.closed) {
                    this.closed = true;
                    leave(own);
                }
            }
        };
    }

    private void await() throws CopException
    {
        boolean entered;
        try {
            // Each waiting thread is one of the server's, of which readers need some.
            entered = this.turns.getQueueLength() < WAITING
                && this.turns.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            entered = false;
        }
        if (!entered) {
            throw CopException.busy();
        }
    }

    private void leave(int[] own)
    {
        // Nothing is left if the turns were reset meanwhile.
        if (own[0] > 0 && --own[0] == 0) {
            this.turns.release();
        }
    }

    @Override
    public void reset()
    {
        int[] own = this.depth.get();
        if (own[0] > 0) {
            own[0] = 0;
            this.turns.release();
        }
    }

    @Override
    public int waiting()
    {
        return this.turns.getQueueLength();
    }

    @Override
    public int width()
    {
        return this.width;
    }
}
