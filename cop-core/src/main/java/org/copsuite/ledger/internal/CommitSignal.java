/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Signals commits of the ledger to consumers, so that they need not poll. */
@Component(roles = CommitSignal.class)
@Singleton
public class CommitSignal
{
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition signalled = this.lock.newCondition();

    private long count;

    /** Wakes all waiting threads. */
    void signal()
    {
        this.lock.lock();
        try {
            this.count++;
            this.signalled.signalAll();
        } finally {
            this.lock.unlock();
        }
    }

    /** @return the number of signals so far, to be passed to {@link #await} */
    long count()
    {
        this.lock.lock();
        try {
            return this.count;
        } finally {
            this.lock.unlock();
        }
    }

    /**
     * Waits for the next signal.
     *
     * @param heard the number of signals that the caller has seen
     * @param milliseconds how long to wait at most
     * @throws InterruptedException if the thread is interrupted
     */
    void await(long heard, long milliseconds) throws InterruptedException
    {
        this.lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (this.count == heard && left > 0) {
                left = this.signalled.awaitNanos(left);
            }
        } finally {
            this.lock.unlock();
        }
    }
}
