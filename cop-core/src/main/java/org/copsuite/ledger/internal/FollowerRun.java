/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.copsuite.ledger.Followers;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.LedgerFollower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One follower on its way along the ledger. */
class FollowerRun
{
    private static final Logger LOGGER = LoggerFactory.getLogger(FollowerRun.class);

    /** How many rows a follower gets at once. */
    private static final int ROWS = 500;

    /** How long to wait for the bell: rows of other nodes of a cluster ring none here. In milliseconds. */
    private static final long POLL = 2_000;

    private static final long FIRST_DELAY = 500;

    private static final long LAST_DELAY = 60_000;

    private final LedgerFollower follower;

    private final Ledger ledger;

    private final LedgerBell bell;

    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();

    private final Condition moved = this.lock.newCondition();

    /** The place of the last row taken, -1 before the follower has said where it is. */
    private long position = -1;

    /** When nothing was left to take, or when it was made. */
    private volatile Instant current = Instant.now();

    private volatile boolean failing;

    private final CountDownLatch stopped = new CountDownLatch(1);

    FollowerRun(LedgerFollower follower, Ledger ledger, LedgerBell bell)
    {
        this.follower = follower;
        this.ledger = ledger;
        this.bell = bell;
        this.thread = new Thread(this::run, "cop-follower-" + follower.name());
        this.thread.setDaemon(true);
    }

    void start()
    {
        this.thread.start();
    }

    /** Wakes it, and waits until it has ended. It is not interrupted: that would close the files of what it writes to. */
    void stop()
    {
        this.stopped.countDown();
        this.bell.ring();
        try {
            this.thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String name()
    {
        return this.follower.name();
    }

    long position()
    {
        this.lock.lock();
        try {
            return Math.max(0, this.position);
        } finally {
            this.lock.unlock();
        }
    }

    Followers.Standing standing(long head)
    {
        long at = position();
        long behind = Math.max(0, head - at);
        return new Followers.Standing(name(), at, behind, behind == 0 ? null : this.current, this.failing);
    }

    /** @return whether it came to the place within so many nanoseconds */
    boolean await(long place, long nanoseconds)
    {
        long left = nanoseconds;
        this.lock.lock();
        try {
            while (Math.max(0, this.position) < place) {
                if (left <= 0) {
                    return false;
                }
                left = this.moved.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            this.lock.unlock();
        }
    }

    private void run()
    {
        long delay = FIRST_DELAY;
        while (!isStopped()) {
            try {
                step();
                delay = FIRST_DELAY;
                this.failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (isStopped()) {
                    return;
                }
                this.failing = true;
                // The first failure with its trace; the same again would only fill the log.
                if (delay == FIRST_DELAY) {
                    LOGGER.warn("[{}] could not follow the ledger; it tries again.", name(), e);
                }
                if (!pause(delay)) {
                    return;
                }
                delay = Math.min(2 * delay, LAST_DELAY);
            }
        }
    }

    private void step() throws Exception
    {
        if (this.position < 0) {
            moveTo(this.follower.position());
        }
        long heard = this.bell.rings();
        if (isStopped()) {
            // Its bell may have been rung before it was listened to.
            return;
        }
        List<LedgerEntry> rows = this.ledger.after(this.position, ROWS);
        if (rows.isEmpty()) {
            this.current = Instant.now();
            this.failing = false;
            this.bell.await(heard, POLL);
        } else {
            this.follower.take(rows);
            moveTo(Math.max(rows.get(rows.size() - 1).getPlace(), this.follower.position()));
        }
    }

    private void moveTo(long place)
    {
        this.lock.lock();
        try {
            this.position = place;
            this.moved.signalAll();
        } finally {
            this.lock.unlock();
        }
    }

    private boolean isStopped()
    {
        return this.stopped.getCount() == 0;
    }

    /** @return whether it goes on afterwards */
    private boolean pause(long milliseconds)
    {
        try {
            return !this.stopped.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
