/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does one piece of work after the other. It is never interrupted: an interrupt in the middle of a write
 * closes the files of a Lucene index in this process for good.
 */
class BackgroundWork implements AutoCloseable
{
    private static final Logger LOGGER = LoggerFactory.getLogger(BackgroundWork.class);

    private static final int SECONDS_TO_STOP = 30;

    private final ExecutorService thread;

    private final AtomicInteger left = new AtomicInteger();

    private volatile boolean closed;

    BackgroundWork(String name)
    {
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread worker = new Thread(work, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    /** Does something some time. */
    void submit(Work work)
    {
        this.left.incrementAndGet();
        this.thread.execute(() -> {
            try {
                work.run();
            } catch (Exception e) {
                LOGGER.error("A piece of work in the background failed.", e);
            } finally {
                this.left.decrementAndGet();
            }
        });
    }

    /**
     * Does something, and waits for it. Who waits may be interrupted; the work goes on.
     *
     * @throws Exception as the work does
     */
    void run(Work work) throws Exception
    {
        try {
            this.thread.submit(() -> {
                work.run();
                return null;
            }).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** @return whether nothing of what was submitted is left to do */
    boolean isIdle()
    {
        return this.left.get() == 0;
    }

    /** @return whether long work is to end at the next occasion */
    boolean isClosed()
    {
        return this.closed;
    }

    @Override
    public void close()
    {
        this.closed = true;
        this.thread.shutdown();
        try {
            if (!this.thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOGGER.warn("A piece of work in the background did not stop in {} seconds.", SECONDS_TO_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something to do. */
    @FunctionalInterface
    interface Work
    {
        void run() throws Exception;
    }
}
