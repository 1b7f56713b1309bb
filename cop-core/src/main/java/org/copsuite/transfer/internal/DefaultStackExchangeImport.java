/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.job.Job;
import org.copsuite.job.JobRunner;
import org.copsuite.job.Jobs;
import org.copsuite.question.PostId;
import org.copsuite.transfer.StackExchangeImport;
import org.xwiki.component.annotation.Component;

/** Runs the import as a job, on the thread of the command. */
@Component
@Singleton
public class DefaultStackExchangeImport implements StackExchangeImport
{
    /** A little longer than a claim lasts whose process is gone. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(35);

    private static final long POLL = TimeUnit.SECONDS.toNanos(1);

    @Inject
    private DumpImport dumps;

    @Inject
    private ImportRuns runs;

    @Inject
    private Jobs jobs;

    @Inject
    private JobRunner runner;

    /**
     * Sets the size of a batch. For tests, which need the border between two batches but not many posts.
     *
     * @param posts the number of posts, comments and links that are written at once
     */
    void setBatch(int posts)
    {
        this.dumps.setBatch(posts);
    }

    @Override
    public PostId post(Path folder, long number)
    {
        return new PostId(Site.of(folder).post(number));
    }

    @Override
    public Result run(Order order, Progress progress) throws IOException, CopException
    {
        long total = this.dumps.check(order.folder());
        try (ImportRun run = new ImportRun(total, boundary -> this.dumps.run(order, progress, boundary))) {
            Job end = run(order, progress, run);
            if (run.isDone()) {
                return run.result();
            } else if (end.problem() != null) {
                throw new CopException(CopException.Kind.UNAVAILABLE, end.problem().key(), end.problem().arguments());
            }
            throw end.state().isLive() ? underWay()
                : new CopException(CopException.Kind.CONFLICT, "cop.transfer.error.cancelled");
        }
    }

    /** Waits until the claim of a command that was killed has lapsed. Another one that lives moves its job on. */
    private Job run(Order order, Progress progress, ImportRun run) throws CopException
    {
        long deadline = System.nanoTime() + PATIENCE;
        Job before = null;
        while (true) {
            Job job = this.jobs.require(order.wiki(), ImportJob.NAME, argument(order));
            Job now = run(job, run);
            if (run.isBegun()) {
                return now;
            }
            boolean moved = before != null && before.id().equals(now.id()) && !before.updated().equals(now.updated());
            if (now.state().isLive() && moved || System.nanoTime() > deadline) {
                throw underWay();
            }
            if (before == null) {
                progress.waiting();
            }
            before = now;
            LockSupport.parkNanos(POLL);
        }
    }

    private Job run(Job job, ImportRun run) throws CopException
    {
        if (!this.runs.add(job.id(), run)) {
            throw underWay();
        }
        try {
            return this.runner.run(job.id(), at -> { });
        } finally {
            this.runs.remove(job.id());
        }
    }

    private static CopException underWay()
    {
        return new CopException(CopException.Kind.CONFLICT, "cop.transfer.error.underWay");
    }

    /** Returns what tells this import from others: it is the same import if its command is given again. */
    private static String argument(Order order)
    {
        String site = order.site() == null ? "" : order.site();
        String community = order.community() == null ? "" : order.community().strip();
        return String.join("\n", order.folder().toAbsolutePath().normalize().toString(), community, site,
            order.actor().value());
    }
}
