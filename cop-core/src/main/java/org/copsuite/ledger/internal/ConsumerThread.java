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

import org.copsuite.db.Outage;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.ledger.LedgerEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one consumer. */
class ConsumerThread
{
    private static final Logger LOGGER = LoggerFactory.getLogger(ConsumerThread.class);

    /** Maximum number of entries delivered at once. */
    private static final int ROWS = 500;

    /** How long to wait for a signal, in milliseconds. Commits on other nodes of a cluster send none here. */
    private static final long POLL = 2_000;

    private static final long FIRST_DELAY = 500;

    private static final long LAST_DELAY = 60_000;

    /** During a failure, one log line per this many milliseconds. */
    private static final long BETWEEN_LINES = TimeUnit.HOURS.toMillis(1);

    private final LedgerConsumer consumer;

    private final Ledger ledger;

    private final CommitSignal commits;

    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();

    private final Condition advanced = this.lock.newCondition();

    /** The sequence of the last entry processed, -1 before the consumer's checkpoint was read. */
    private long checkpoint = -1;

    /** When the consumer was last up to date, or was created. */
    private volatile Instant current = Instant.now();

    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Reaches zero when the checkpoint was read for the first time, or could not be. */
    private final CountDownLatch tried = new CountDownLatch(1);

    /** Set by other threads to make the consumer read its checkpoint again. */
    private final AtomicBoolean beginAgain = new AtomicBoolean();

    private boolean askAgain;

    private final long firstDelay;

    private final long lastDelay;

    /** Number of entries delivered at once: halved on a failure, doubled on success, which isolates a bad entry. */
    private int rows = ROWS;

    /** How often a single entry failed while the consumer was ready for others. */
    private int ownFailures;

    /** The last entry skipped; the stored checkpoint may be before it. */
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
     * @param firstDelay the delay after a first failure, in milliseconds; doubled after each further one
     * @param lastDelay the maximum delay, in milliseconds
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

    /**
     * Waits until the consumer has read its checkpoint, or has failed to.
     *
     * @param nanoseconds how long to wait at most
     */
    void awaitStart(long nanoseconds)
    {
        try {
            this.tried.await(nanoseconds, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Stops the thread and waits for its end. Does not interrupt it: an interrupt would close files that the consumer
     * writes.
     */
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
            LOGGER.warn("Failed to store the checkpoint of consumer [{}]; entries since the last one are delivered"
                + " again.", name(), e);
        }
    }

    /** Reads the consumer's checkpoint again before the next delivery. */
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

    /** @return whether the consumer reached the sequence within this many nanoseconds */
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
                // Nobody interrupts this thread on purpose: it ends when it is stopped.
                LOGGER.debug("Ignored an interrupt of consumer [{}].", name());
            } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
                this.tried.countDown();
                if (isStopped()) {
                    return;
                }
                failed(e);
                if (!pause(delay())) {
                    return;
                }
            }
        }
        this.tried.countDown();
    }

    private void succeeded()
    {
        if (this.failures > 0) {
            LOGGER.info("Consumer [{}] processes entries again after {} failed tries.", name(), this.failures);
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
        // The store may have been lost, or may have come further than the last try reported.
        this.askAgain = true;
        long now = System.nanoTime();
        if (this.failures == 1) {
            // Only the first failure is logged with its trace.
            LOGGER.warn("Consumer [{}] failed to process entries: [{}]; it retries.", name(), this.problem,
                Outage.traceOf(e));
            this.said = now;
        } else if (TimeUnit.NANOSECONDS.toMillis(now - this.said) >= BETWEEN_LINES) {
            LOGGER.warn("Consumer [{}] still fails to process entries after [{}], after {} tries: {}; it retries.",
                name(), checkpoint(), this.failures, this.problem);
            this.said = now;
        }
    }

    /**
     * Doubles after each failure up to the maximum; half of it is random, so that the nodes of a cluster do not retry
     * at once.
     */
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
            this.tried.countDown();
        }
        long heard = this.commits.count();
        if (isStopped()) {
            // The stop signal may have been sent before this count was read.
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

    /** Returns whether the entry itself is the cause, because the consumer is ready for others. */
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
        LOGGER.error("Consumer [{}] skips the entry [{}], [{}] of [{}] in wiki [{}], which it cannot process.",
            name(), row.getSequence(), row.getActName(), row.getSubject(), row.getWiki(), why);
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

    /** @return whether to continue afterwards */
    private boolean pause(long milliseconds)
    {
        try {
            return !this.stopped.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
