/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.ledger.LedgerEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One follower on its way along the ledger. */
class ConsumerThread
{
    private static final Logger LOGGER = LoggerFactory.getLogger(ConsumerThread.class);

    /** How many rows a follower gets at once. */
    private static final int ROWS = 500;

    /** How long to wait for the bell: rows of other nodes of a cluster ring none here. In milliseconds. */
    private static final long POLL = 2_000;

    private static final long FIRST_DELAY = 500;

    private static final long LAST_DELAY = 60_000;

    /** While it fails, the log says so once in so many milliseconds. */
    private static final long BETWEEN_LINES = TimeUnit.HOURS.toMillis(1);

    private final LedgerConsumer consumer;

    private final Ledger ledger;

    private final CommitSignal commits;

    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();

    private final Condition advanced = this.lock.newCondition();

    /** The place of the last row taken, -1 before the follower has said where it is. */
    private long checkpoint = -1;

    /** When nothing was left to take, or when it was made. */
    private volatile Instant current = Instant.now();

    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Set by others: what the follower keeps was lost. */
    private final AtomicBoolean beginAgain = new AtomicBoolean();

    private boolean askAgain;

    private final long firstDelay;

    private final long lastDelay;

    /** How many rows it gets at once: halved when it fails, doubled when it succeeds, so that a bad row is found. */
    private int rows = ROWS;

    /** How often the row that it gets alone failed while it was ready for others. */
    private int ownFailures;

    /** The last row passed over; the position that the follower keeps may be before it. */
    private long lastSkipped;

    private volatile int failures;

    private volatile String problem;

    private volatile long skipped;

    private long said;

    ConsumerThread(LedgerConsumer consumer, Ledger ledger, CommitSignal bell)
    {
        this(consumer, ledger, bell, FIRST_DELAY, LAST_DELAY);
    }

    /**
     * @param firstDelay how long to wait after a first failure, in milliseconds; doubled after each further one
     * @param lastDelay how long to wait at most
     */
    ConsumerThread(LedgerConsumer consumer, Ledger ledger, CommitSignal bell, long firstDelay, long lastDelay)
    {
        this.firstDelay = firstDelay;
        this.lastDelay = lastDelay;
        this.consumer = consumer;
        this.ledger = ledger;
        this.commits = bell;
        this.thread = new Thread(this::run, "cop-consumer-" + consumer.name());
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
        this.commits.signal();
        try {
            this.thread.join(TimeUnit.SECONDS.toMillis(10));
            this.consumer.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOGGER.warn("Failed to write down for good what [{}] has taken; it is read again after the next start.",
                name(), e);
        }
    }

    /** Asks the follower again how far it is, before it gets the next rows. */
    void reloadCheckpoint()
    {
        this.beginAgain.set(true);
        this.commits.signal();
    }

    String name()
    {
        return this.consumer.name();
    }

    long checkpoint()
    {
        this.lock.lock();
        try {
            return Math.max(0, this.checkpoint);
        } finally {
            this.lock.unlock();
        }
    }

    LedgerConsumers.Status status(long head)
    {
        long at = checkpoint();
        long behind = Math.max(0, head - at);
        return new LedgerConsumers.Status(name(), at, behind, behind == 0 ? null : this.current, this.failures,
            this.problem, this.skipped);
    }

    /** @return whether it came to the place within so many nanoseconds */
    boolean await(long sequence, long nanoseconds)
    {
        long left = nanoseconds;
        this.lock.lock();
        try {
            while (Math.max(0, this.checkpoint) < sequence) {
                if (left <= 0) {
                    return false;
                }
                left = this.advanced.awaitNanos(left);
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
        while (!isStopped()) {
            try {
                step();
                succeeded();
            } catch (InterruptedException e) {
                // Nobody here interrupts it: it ends when it is stopped.
                LOGGER.debug("[{}] was interrupted, and goes on.", name());
            } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
                if (isStopped()) {
                    return;
                }
                failed(e);
                if (!pause(delay())) {
                    return;
                }
            }
        }
    }

    private void succeeded()
    {
        if (this.failures > 0) {
            LOGGER.info("[{}] follows the ledger again, after {} tries that failed.", name(), this.failures);
            this.failures = 0;
            this.problem = null;
        }
        this.ownFailures = 0;
        this.rows = Math.min(ROWS, 2 * this.rows);
    }

    private void failed(Throwable e)
    {
        this.failures++;
        this.problem = e.getClass().getName();
        this.rows = Math.max(1, this.rows / 2);
        // What it keeps may be lost, or further than the last try came to tell.
        this.askAgain = true;
        long now = System.nanoTime();
        if (this.failures == 1) {
            // The first failure with its trace; the same again would only fill the log.
            LOGGER.warn("[{}] could not follow the ledger; it tries again.", name(), e);
            this.said = now;
        } else if (TimeUnit.NANOSECONDS.toMillis(now - this.said) >= BETWEEN_LINES) {
            LOGGER.warn("[{}] still cannot follow the ledger behind [{}], after {} tries: {}; it tries again.", name(),
                checkpoint(), this.failures, this.problem);
            this.said = now;
        }
    }

    /** Doubled after each failure up to a minute, half of it by chance, so that nodes do not try all at once. */
    private long delay()
    {
        long delay = Math.min(this.lastDelay, this.firstDelay << Math.min(this.failures - 1, Integer.SIZE - 1));
        return delay / 2 + ThreadLocalRandom.current().nextLong(delay / 2 + 1);
    }

    private void step() throws Exception
    {
        if (this.beginAgain.getAndSet(false)) {
            this.lastSkipped = 0;
            this.askAgain = true;
        }
        if (this.askAgain || this.checkpoint < 0) {
            advanceTo(Math.max(this.lastSkipped, this.consumer.checkpoint()));
            this.askAgain = false;
        }
        long heard = this.commits.count();
        if (isStopped()) {
            // Its bell may have been rung before it was listened to.
            return;
        }
        List<LedgerEntry> next = this.ledger.after(this.checkpoint, this.rows);
        if (!next.isEmpty()) {
            take(next);
        } else if (!this.beginAgain.get()) {
            this.current = Instant.now();
            succeeded();
            this.commits.await(heard, POLL);
        }
    }

    private void take(List<LedgerEntry> next) throws Exception
    {
        LedgerEntry last = next.get(next.size() - 1);
        try {
            this.consumer.consume(next);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            if (next.size() > 1 || !isAtFault() || isStopped()) {
                throw e;
            }
            skip(last, e);
        }
        advanceTo(Math.max(last.getSequence(), this.consumer.checkpoint()));
    }

    /** Whether it is the row that fails, since the follower is ready for others. */
    private boolean isAtFault()
    {
        this.ownFailures = this.consumer.isReady() ? this.ownFailures + 1 : 0;
        return this.ownFailures >= LedgerConsumers.TRIES;
    }

    private void skip(LedgerEntry row, Throwable why) throws Exception
    {
        this.consumer.skip(row);
        this.lastSkipped = row.getSequence();
        this.skipped++;
        LOGGER.error("[{}] cannot take the row [{}] of the ledger, [{}] of [{}] in the wiki [{}]; it passes over it.",
            name(), row.getSequence(), row.getAct(), row.getSubject(), row.getWiki(), why);
    }

    private void advanceTo(long sequence)
    {
        this.lock.lock();
        try {
            this.checkpoint = sequence;
            this.advanced.signalAll();
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
