/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.WriteQueue;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/**
 * Bounds how many threads store the content of files at the same time: half as many as write, so that whoever writes a
 * text does not wait for ten megabytes of others. Fair; a thread that has a turn does not ask for another one.
 */
@Component(roles = FileTurns.class)
@Singleton
public class FileTurns implements Initializable
{
    /** How long a thread waits at most. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    private WriteQueue queue;

    private Semaphore turns;

    @Override
    public void initialize()
    {
        this.turns = new Semaphore(Math.max(1, this.queue.width() / 2), true);
    }

    /** A turn to store the content of one file. */
    interface Turn extends AutoCloseable
    {
        @Override
        void close();
    }

    /**
     * Takes a turn.
     *
     * @return the turn, closed once
     * @throws CopException UNAVAILABLE where none is free in time: nothing was stored, and trying again may help
     */
    Turn enter() throws CopException
    {
        boolean entered = false;
        try {
            entered = this.turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            throw CopException.busy();
        }
        return this.turns::release;
    }

    /** @return how many turns are free */
    int free()
    {
        return this.turns.availablePermits();
    }
}
