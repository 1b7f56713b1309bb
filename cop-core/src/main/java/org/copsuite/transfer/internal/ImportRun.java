/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

import org.copsuite.CopException;
import org.copsuite.spi.JobContext;
import org.copsuite.spi.JobStep;
import org.copsuite.transfer.StackExchangeImport.Result;

/**
 * An import in steps. It reads files as streams, so it has a thread of its own, which waits at each boundary until the
 * next step lets it go on: while it works, the runner of the job waits, and the other way round. All methods are for the
 * thread of the runner.
 */
final class ImportRun implements AutoCloseable
{
    private final Semaphore go = new Semaphore(0);

    private final Semaphore stands = new Semaphore(0);

    private final long total;

    private final FutureTask<Result> work;

    private boolean begun;

    private boolean started;

    private boolean closed;

    private String file = "";

    private long done;

    private long boundaries;

    /** The import. */
    @FunctionalInterface
    interface Work
    {
        /**
         * @param boundary is called where the import may wait
         * @return the result of the import
         */
        Result run(DumpReader.Boundary boundary) throws IOException, CopException;
    }

    /**
     * @param total the number of bytes that the import reads
     * @param work the import
     */
    ImportRun(long total, Work work)
    {
        this.total = total;
        this.work = new FutureTask<>(() -> work.run(this::reached))
        {
            @Override
            protected void done()
            {
                ImportRun.this.stands.release();
            }
        };
    }

    /** Waits, on the thread of the import, for the next step. */
    private void reached(String name, long bytes)
    {
        this.file = name;
        this.done = bytes;
        this.boundaries++;
        this.stands.release();
        // Without interrupts: one during a write closes the files of a database for good.
        this.go.acquireUninterruptibly();
        if (this.closed) {
            throw new CancellationException("The import has ended.");
        }
    }

    /** Notes that a runner has claimed the job, and returns the number of bytes that the import reads. */
    long begin()
    {
        this.begun = true;
        return this.total;
    }

    /** @return whether a runner of this process has claimed the job */
    boolean isBegun()
    {
        return this.begun;
    }

    /** Lets the import go on to its next boundary or to its end. */
    JobStep step(JobContext job) throws Exception
    {
        begin();
        if (this.started) {
            this.go.release();
        } else {
            this.started = true;
            Thread thread = new Thread(this.work, "cop-import");
            thread.setDaemon(true);
            thread.start();
        }
        this.stands.acquireUninterruptibly();
        String position = String.valueOf(this.boundaries);
        if (!isDone()) {
            // An import that is continued begins with the first file again.
            return JobStep.to(this.file, position, this.done - job.done());
        }
        Throwable failure = failure();
        if (failure instanceof IOException) {
            CopException unreadable =
                new CopException(CopException.Kind.INVALID, "cop.transfer.unreadable", failure.getMessage());
            unreadable.initCause(failure);
            throw unreadable;
        } else if (failure instanceof Exception exception) {
            throw exception;
        } else if (failure != null) {
            throw new IllegalStateException("The import failed.", failure);
        }
        return new JobStep(this.file, position, this.total - job.done(), true, null);
    }

    /** @return whether the import has ended, with a result or with a failure */
    boolean isDone()
    {
        return this.work.isDone();
    }

    private Throwable failure()
    {
        try {
            get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private Result get() throws ExecutionException
    {
        try {
            return this.work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an import ended.", e);
        }
    }

    /** @return the result of an import that has ended; throws what the import threw */
    Result result() throws IOException, CopException
    {
        try {
            return get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            } else if (e.getCause() instanceof CopException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** Ends the import at the boundary at which it waits. */
    @Override
    public void close()
    {
        if (this.started && !isDone()) {
            this.closed = true;
            this.go.release();
            this.stands.acquireUninterruptibly();
        }
    }
}
