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
 * One thread that does one piece of work after the other. It is never interrupted: an interrupt in the middle of a write
 * closes the files of a database or of a Lucene index in this process for good.
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

    /** @return the thread, for what is done later or again and again */
    public ScheduledExecutorService executor()
    {
        return this.thread;
    }

    /**
     * Does something some time; what fails is logged.
     *
     * @param work what to do
     */
    public void submit(Work work)
    {
        this.left.incrementAndGet();
        this.thread.execute(() -> {
            try {
                work.run();
            } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
                LOGGER.error("What [{}] was to do failed.", this.name, e);
            } finally {
                this.left.decrementAndGet();
            }
        });
    }

    /**
     * Does something, and waits for it. Who waits may be interrupted; the work goes on.
     *
     * @param work what to do
     * @param <T> what it gives
     * @return what it gave
     * @throws Exception as the work does
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

    /** @return whether nothing of what was submitted is left to do */
    public boolean isIdle()
    {
        return this.left.get() == 0;
    }

    /** @return whether long work is to end at the next occasion */
    public boolean isClosed()
    {
        return this.thread.isShutdown();
    }

    /** Begins nothing new again and again, and waits for what is at hand. */
    @Override
    public void close()
    {
        this.thread.shutdown();
        try {
            if (!this.thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOGGER.warn("[{}] did not stop in {} seconds.", this.name, SECONDS_TO_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something to do. */
    @FunctionalInterface
    public interface Work
    {
        /** @throws Exception if it fails */
        void run() throws Exception;
    }
}
