/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.job.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.BackgroundWork;
import org.copsuite.CopException;
import org.copsuite.db.Outage;
import org.copsuite.job.Job;
import org.copsuite.job.JobRunner;
import org.copsuite.job.JobState;
import org.copsuite.spi.JobContext;
import org.copsuite.spi.JobType;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/**
 * Runs the steps of all jobs on one thread, each job for about a second in turn, so that long jobs slow the wiki down no
 * more than one does and none waits for another to end. A second thread extends the claims.
 */
@Component
@Singleton
public class DefaultJobRunner implements JobRunner, Disposable
{
    /** The number of tries of a step before its job has failed. */
    static final int TRIES = 10;

    private static final long CLAIM = TimeUnit.SECONDS.toMillis(30);

    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toMillis(1);

    private static final long LAST_PAUSE = TimeUnit.MINUTES.toMillis(1);

    private static final long SLICE = TimeUnit.SECONDS.toNanos(1);

    private static final long POLL = TimeUnit.SECONDS.toMillis(5);

    @Inject
    private JobRepository repository;

    @Inject
    private Provider<Map<String, JobType>> types;

    @Inject
    private Logger logger;

    /** The name of this runner in claims. */
    private final String name = UUID.randomUUID().toString();

    private long claim = CLAIM;

    private long firstPause = FIRST_PAUSE;

    /** {@code null} while stopped. */
    private volatile BackgroundWork worker;

    private BackgroundWork claims;

    /** For tests, which do not wait as long. */
    void setTimes(long claimMilliseconds, long firstPauseMilliseconds)
    {
        this.claim = claimMilliseconds;
        this.firstPause = firstPauseMilliseconds;
    }

    @Override
    public synchronized void start()
    {
        if (this.worker == null) {
            this.worker = new BackgroundWork("cop-jobs");
            this.claims = extending();
            this.worker.executor().scheduleWithFixedDelay(this::runQuietly, 0, POLL, TimeUnit.MILLISECONDS);
        }
    }

    /** Extends the claims until it is closed. */
    private BackgroundWork extending()
    {
        BackgroundWork work = new BackgroundWork("cop-job-claims");
        work.executor().scheduleWithFixedDelay(this::extendQuietly, this.claim / 3, this.claim / 3,
            TimeUnit.MILLISECONDS);
        return work;
    }

    @Override
    public void stop()
    {
        BackgroundWork running;
        synchronized (this) {
            running = this.worker;
            this.worker = null;
        }
        if (running != null) {
            running.close();
            this.claims.close();
            try {
                this.repository.release(this.name);
            } catch (RuntimeException e) {
                this.logger.warn("Failed to give up the claims on jobs: [{}]; another runner continues when they lapse.",
                    e.getClass().getName(), Outage.traceOf(e));
            }
        }
    }

    @Override
    public void dispose()
    {
        stop();
    }

    @Override
    public synchronized void wake()
    {
        if (this.worker != null) {
            this.worker.executor().execute(this::runQuietly);
        }
    }

    @Override
    public void runDue()
    {
        BackgroundWork started = this.worker;
        this.repository.abandon(types(true), new CopException.Message("cop.job.error.abandoned"));
        boolean more = true;
        while (more) {
            more = false;
            for (UUID id : this.repository.due(this.name, types(false))) {
                if (isEnded(started)) {
                    return;
                }
                more |= runSlice(id, started);
            }
        }
    }

    /** Returns the names of the types that commands do, or of the others. */
    private Set<String> types(boolean foreground)
    {
        return this.types.get().entrySet().stream().filter(type -> type.getValue().isForeground() == foreground)
            .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Returns whether the runner was stopped since then. */
    private boolean isEnded(BackgroundWork started)
    {
        return started != null && this.worker != started;
    }

    /** @return whether the job was worked on */
    private boolean runSlice(UUID id, BackgroundWork started)
    {
        long end = System.nanoTime() + SLICE;
        Optional<JobRow> row = this.repository.claim(id, this.name, this.claim);
        boolean worked = row.isPresent();
        while (row.isPresent() && !isEnded(started) && System.nanoTime() < end) {
            row = step(row.get());
        }
        return worked;
    }

    @Override
    public Job run(UUID id, Consumer<Job> listener)
    {
        BackgroundWork extending = extending();
        try {
            return runToEnd(id, listener);
        } finally {
            extending.close();
        }
    }

    private Job runToEnd(UUID id, Consumer<Job> listener)
    {
        Optional<JobRow> now = this.repository.find(id);
        while (now.isPresent() && now.get().state.isLive()) {
            long wait = now.get().notBefore - System.currentTimeMillis();
            if (wait > 0) {
                pause(wait);
            }
            Optional<JobRow> row = this.repository.claim(id, this.name, this.claim);
            if (row.isEmpty() && this.repository.find(id).filter(job -> job.state.isLive()).isPresent()) {
                break;
            }
            while (row.isPresent()) {
                listener.accept(JobRepository.job(row.get()));
                row = step(row.get());
            }
            now = this.repository.find(id);
        }
        return this.repository.find(id).map(JobRepository::job)
            .orElseThrow(() -> new IllegalArgumentException("No job [" + id + "]."));
    }

    /** @return the job, if this runner can do the next step at once */
    private Optional<JobRow> step(JobRow row)
    {
        try {
            JobType type = this.types.get().get(row.type);
            JobContext context = row.context();
            Optional<JobRow> after = row.total == JobRow.UNCOUNTED
                ? this.repository.count(row.id, this.name, type.total(context))
                : this.repository.commit(context, this.name, type.step(context), this.claim);
            return after.filter(job -> job.state == JobState.RUNNING);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
            fail(row, e);
            return Optional.empty();
        }
    }

    private void fail(JobRow row, Throwable failure)
    {
        boolean refused = failure instanceof CopException e && e.getKind() != CopException.Kind.UNAVAILABLE;
        boolean foreground = types(true).contains(row.type);
        boolean ends = refused || foreground || row.tries + 1 >= TRIES;
        long pause = ends ? 0 : Math.min(LAST_PAUSE, this.firstPause << row.tries);
        if (foreground) {
            this.logger.debug("Failed to do job [{}] of wiki [{}]; its command reports why.", row.type, row.wiki,
                failure);
        } else if (ends) {
            this.logger.error("Job [{}] of wiki [{}] failed after {} tries; an administrator can resume it.", row.type,
                row.wiki, row.tries + 1, failure);
        } else {
            this.logger.warn("Failed to do a step of job [{}] of wiki [{}]: [{}]; will retry in {} ms.", row.type,
                row.wiki, failure.getClass().getName(), pause, Outage.traceOf(failure));
        }
        this.repository.fail(row.id, this.name, words(failure), ends, pause);
    }

    private static CopException.Message words(Throwable failure)
    {
        return failure instanceof CopException e ? e.getText()
            : new CopException.Message("cop.job.error.unexpected", failure.getClass().getName());
    }

    private void runQuietly()
    {
        try {
            runDue();
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
            // An exception that leaves this method would end all further runs.
            this.logger.warn("Failed to run jobs: [{}]; will retry in {} seconds.", e.getClass().getName(),
                TimeUnit.MILLISECONDS.toSeconds(POLL), Outage.traceOf(e));
        }
    }

    private void extendQuietly()
    {
        try {
            this.repository.extend(this.name, this.claim);
        } catch (RuntimeException e) {
            this.logger.warn("Failed to extend the claims on jobs: [{}]; another runner continues when they lapse.",
                e.getClass().getName(), Outage.traceOf(e));
        }
    }

    private static void pause(long milliseconds)
    {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to retry a job.", e);
        }
    }
}
