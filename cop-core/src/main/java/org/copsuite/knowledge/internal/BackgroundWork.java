/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that does one piece of work after the other, none of which can be waited for by who started it. */
class BackgroundWork implements AutoCloseable
{
    private static final Logger LOGGER = LoggerFactory.getLogger(BackgroundWork.class);

    private static final int SECONDS_TO_STOP = 10;

    private final ExecutorService thread;

    private final AtomicInteger left = new AtomicInteger();

    BackgroundWork(String name)
    {
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread worker = new Thread(work, name);
            worker.setDaemon(true);
            return worker;
        });
    }

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

    boolean isIdle()
    {
        return this.left.get() == 0;
    }

    @Override
    public void close()
    {
        this.thread.shutdownNow();
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
