/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does one thing after the other. It is never interrupted: a thread that writes to a database in this
 * process must not be.
 */
class Worker implements AutoCloseable
{
    private static final Logger LOGGER = LoggerFactory.getLogger(Worker.class);

    private static final int SECONDS_TO_STOP = 30;

    private final ScheduledThreadPoolExecutor thread;

    Worker(String name)
    {
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread worker = new Thread(work, name);
            worker.setDaemon(true);
            return worker;
        });
        this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    ScheduledExecutorService executor()
    {
        return this.thread;
    }

    /** Does something, and waits for it; who waits may be interrupted, the work goes on. */
    <T> T run(Callable<T> work) throws Exception
    {
        Future<T> done = this.thread.submit(work);
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    boolean isClosed()
    {
        return this.thread.isShutdown();
    }

    @Override
    public void close()
    {
        this.thread.shutdown();
        try {
            if (!this.thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOGGER.warn("What brings notices did not stop in {} seconds.", SECONDS_TO_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
