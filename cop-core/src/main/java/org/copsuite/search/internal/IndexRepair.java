/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.copsuite.BackgroundWork;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.search.IndexStatus.Repair;
import org.copsuite.search.IndexStatus.Step;
import org.copsuite.wiki.Index;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/**
 * Guards all access to the index. When a request fails, a background thread looks for the cause: it reopens a core that
 * has closed itself, and discards a core with damaged files, which the consumer of the ledger then rebuilds. It retries
 * with growing pauses until the index responds, and discards the index only a few times an hour.
 */
@Component(roles = IndexRepair.class)
@Singleton
public class IndexRepair implements Disposable
{
    /** The number of failed attempts to reopen the core before its files are discarded. */
    private static final int OPENINGS = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private static final Duration LAST_PAUSE = Duration.ofMinutes(1);

    private static final Duration CHECK_AFTER_START = Duration.ofSeconds(10);

    private static final Duration BETWEEN_CHECKS = Duration.ofHours(24);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    /** If all files were intact this recently, another failed request does not read all of them again. */
    private static final Duration WHOLE = Duration.ofSeconds(10);

    @Inject
    private Provider<Index> index;

    @Inject
    private Provider<LedgerConsumers> consumers;

    @Inject
    private Ledger ledger;

    @Inject
    private IndexState state;

    @Inject
    private Logger logger;

    private final SolrClient client = new GuardedClient(() -> this.index.get().client(), this::failed);

    private final BackgroundWork worker = new BackgroundWork("cop-index-repair");

    private final CountDownLatch closed = new CountDownLatch(1);

    private final AtomicReference<Throwable> latest = new AtomicReference<>();

    private final AtomicBoolean inspecting = new AtomicBoolean();

    private final AtomicBoolean watching = new AtomicBoolean();

    private final IndexRebuildLimit rebuildLimit = new IndexRebuildLimit(System::nanoTime);

    private volatile Repair repair;

    /**
     * When all files were last found intact, by {@code System.nanoTime}; {@code null} before the first check and after
     * damage.
     */
    private Long whole;

    /** How often the core was reopened since it last responded. */
    private int openings;

    /** @return a client of the core, always the same; failures start a repair in the background */
    SolrClient client()
    {
        return this.client;
    }

    /** @return the last repair since the start; empty if there was none */
    Optional<Repair> last()
    {
        return Optional.ofNullable(this.repair);
    }

    /**
     * Schedules a check of all files of the index, soon and then once a day, to detect damage that no request has met
     * yet.
     */
    void watch()
    {
        if (this.watching.compareAndSet(false, true)) {
            this.worker.executor().scheduleWithFixedDelay(this::check, CHECK_AFTER_START.toSeconds(),
                BETWEEN_CHECKS.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Reports a failed request. Returns immediately; the inspection runs in the background. */
    void failed(Throwable failure)
    {
        this.latest.set(failure);
        if (!this.worker.isClosed() && this.inspecting.compareAndSet(false, true)) {
            this.worker.submit(this::inspect);
        }
    }

    @Override
    public void dispose()
    {
        this.closed.countDown();
        this.worker.close();
    }

    private void check()
    {
        if (!isWhole(Duration.ZERO)) {
            failed(new DamagedFileException());
        }
    }

    private void inspect()
    {
        try {
            Throwable failure = this.latest.getAndSet(null);
            Throwable problem = failure == null ? null : problem(failure);
            while (problem != null && !isClosed()) {
                repair(problem);
                problem = refilled();
            }
        } finally {
            this.inspecting.set(false);
        }
    }

    /** @return the problem of the index; {@code null} if the index responds and only that request failed */
    private Throwable problem(Throwable failure)
    {
        if (IndexDamage.isFound(failure) || failure instanceof DamagedFileException) {
            return failure;
        }
        Throwable now = probe();
        if (now == null && IndexDamage.isInside(failure) && !isWhole(WHOLE)) {
            return failure;
        }
        return now;
    }

    /** Retries until the index responds or this component is disposed. */
    private void repair(Throwable first)
    {
        Throwable problem = first;
        this.openings = 0;
        for (int attempt = 0; problem != null && !isClosed(); attempt++) {
            log(problem, attempt);
            Duration pause = pause(attempt);
            try {
                apply(problem, attempt == 0 ? Duration.ZERO : WHOLE);
                problem = probe();
            } catch (IOException | RuntimeException e) {
                problem = e;
            }
            if (problem != null) {
                note(Step.WAITING, problem, Instant.now().plus(pause));
                sleep(pause);
            }
        }
        if (problem == null) {
            note(this.state.isPartial() ? Step.FILLING : Step.DONE, null, null);
            this.logger.info("The search index responds again.");
        }
    }

    private void log(Throwable problem, int attempt)
    {
        this.logger.debug("Attempt {} to repair the search index.", attempt, problem);
        if (attempt == 0) {
            note(Step.OPENING, problem, null);
            this.logger.warn("The search index failed: [{}]; starting a repair.", problem.getClass().getName());
        }
    }

    private void apply(Throwable problem, Duration fresh) throws IOException
    {
        boolean inside = IndexDamage.isInside(problem);
        if (IndexDamage.isFound(problem) || problem instanceof DamagedFileException
            || inside && this.openings >= OPENINGS || !isWhole(fresh)) {
            renew(problem);
        } else if (inside) {
            this.openings++;
            this.index.get().reopen();
        }
    }

    private void renew(Throwable problem) throws IOException
    {
        Duration wait = this.rebuildLimit.untilNext();
        if (!wait.isZero()) {
            this.logger.warn("The search index was discarded {} times within an hour; will retry in {} seconds.",
                this.rebuildLimit.count(), wait.toSeconds());
            note(Step.RESTING, problem, Instant.now().plus(wait));
            sleep(wait);
        }
        if (isClosed()) {
            return;
        }
        this.logger.warn("The search index is damaged; it is discarded and rebuilt.");
        this.rebuildLimit.renewed();
        note(Step.OPENING, problem, null);
        if (!this.state.renew(() -> this.index.get().renew() || empty())) {
            note(Step.ADMINISTRATOR, problem, null);
            throw new IOException("The index cannot be discarded.");
        }
        this.whole = null;
        this.openings = 0;
        this.consumers.get().reloadCheckpoint(IndexConsumer.NAME);
    }

    /** Deletes all documents if the files belong to another Solr: the next writes go into new files. */
    private boolean empty()
    {
        try {
            this.index.get().client().deleteByQuery("*:*");
            this.index.get().client().commit();
            return true;
        } catch (SolrServerException | IOException | RuntimeException e) {
            this.logger.error("Failed to empty the damaged search index; stop its Solr, delete the folder [data] of"
                + " the core, and start Solr again.", e);
            return false;
        }
    }

    /**
     * Waits until the consumer has rebuilt the index.
     *
     * @return a problem that occurs meanwhile; {@code null} if there is none
     */
    private Throwable refilled()
    {
        long head = this.state.isPartial() ? this.ledger.head() : 0;
        while (this.state.isPartial() && !isClosed()) {
            Throwable failure = this.latest.getAndSet(null);
            Throwable problem = failure == null ? null : problem(failure);
            if (problem != null) {
                return problem;
            }
            if (this.state.reached() >= head) {
                this.state.complete();
                note(Step.DONE, null, null);
                this.logger.info("The search index is rebuilt.");
            } else {
                sleep(POLL_INTERVAL);
            }
        }
        return null;
    }

    /**
     * Sends a harmless query and a harmless write to the index.
     *
     * @return the failure; {@code null} if both succeed
     */
    Throwable probe()
    {
        try {
            SolrClient raw = this.index.get().client();
            raw.query(new SolrQuery("*:*").setRows(1));
            raw.deleteById("probe:");
            raw.commit(false, true, true);
            return null;
        } catch (SolrServerException | IOException | RuntimeException | VirtualMachineError | AssertionError e) {
            return e;
        }
    }

    private boolean isWhole(Duration fresh)
    {
        if (this.whole != null && System.nanoTime() - this.whole < fresh.toNanos()) {
            return true;
        }
        try {
            boolean found = this.index.get().isWhole();
            this.whole = found ? Long.valueOf(System.nanoTime()) : null;
            return found;
        } catch (IOException | RuntimeException e) {
            this.logger.debug("Failed to read the files of the index; assuming that they are intact.", e);
            return true;
        }
    }

    private void note(Step step, Throwable problem, Instant next)
    {
        Repair before = this.repair;
        boolean running = before != null && before.step() != Step.DONE;
        Instant now = Instant.now();
        String what = problem != null ? describe(problem) : before == null ? "" : before.problem();
        this.repair = new Repair(running ? before.since() : now, step, what, next, step == Step.DONE ? now : null,
            this.rebuildLimit.count() > 0);
    }

    /**
     * Messages of a binding's IOException are meant for administrators; other messages may quote the text of a member.
     */
    private static String describe(Throwable problem)
    {
        return (problem instanceof DamagedFileException || problem.getClass() == IOException.class)
            && problem.getMessage() != null ? problem.getMessage()
            : problem.getClass().getName();
    }

    private static Duration pause(int attempt)
    {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt, 10));
        return pause.compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : pause;
    }

    private boolean isClosed()
    {
        return this.closed.getCount() == 0;
    }

    private void sleep(Duration pause)
    {
        try {
            this.closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A check of all files found a damaged or missing one. */
    private static final class DamagedFileException extends IOException
    {
        private static final long serialVersionUID = 1L;

        DamagedFileException()
        {
            super("A file of the index is damaged or missing.");
        }
    }
}
