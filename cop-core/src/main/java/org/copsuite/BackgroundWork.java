/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A single background thread with a queue. It is never interrupted: an interrupt during a write closes the files of a
 * database or of a Lucene index in this process for good.
 */
public final class BackgroundWork implements AutoCloseable
{
    private static final Logger LOGGER = LoggerFactory.getLogger(BackgroundWork.class);

    private static final int SECONDS_TO_STOP = 30;

    private final String name;

    private final ScheduledThreadPoolExecutor thread;

    private final AtomicInteger left = new AtomicInteger();

    /** @param name the thread's name */
    public BackgroundWork(String name)
    {
        this.name = name;
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread worker = new Thread(work, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    /** @return the executor, for delayed and repeated work */
    public ScheduledExecutorService executor()
    {
        return this.thread;
    }

    /**
     * Queues work; a failure is logged.
     *
     * @param work the work
     */
    public void submit(Work work)
    {
        this.left.incrementAndGet();
        this.thread.execute(() -> {
            try {
                work.run();
            } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
                LOGGER.error("Failed to run work of [{}].", this.name, e);
            } finally {
                this.left.decrementAndGet();
            }
        });
    }

    /**
     * Runs work on the thread and waits for it. An interrupt ends the wait, not the work.
     *
     * @param work the work
     * @param <T> the type of its result
     * @return the result of the work
     * @throws Exception if the work throws it
     */
    public <T> T run(Callable<T> work) throws Exception
    {
        try {
            return this.thread.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** @return whether the queue is empty and nothing runs */
    public boolean isIdle()
    {
        return this.left.get() == 0;
    }

    /** @return whether long work should end at the next opportunity */
    public boolean isClosed()
    {
        return this.thread.isShutdown();
    }

    /** Ends repeated work, and waits for the current work. */
    @Override
    public void close()
    {
        this.thread.shutdown();
        try {
            if (!this.thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOGGER.warn("[{}] did not stop within {} seconds.", this.name, SECONDS_TO_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Work to run. */
    @FunctionalInterface
    public interface Work
    {
        /** @throws Exception on a failure */
        void run() throws Exception;
    }
}
