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
 * Stands between the suite and the index. Where a request fails, it looks in the background what is wrong: a core that
 * closed itself is opened again; one whose files are damaged is thrown away, and the consumer of the ledger makes it
 * again. It tries until the index answers, with a growing pause, and throws it away a few times an hour at most.
 */
@Component(roles = IndexRepair.class)
@Singleton
public class IndexRepair implements Disposable
{
    /** How often in vain the core is opened again, before its files are thrown away. */
    private static final int OPENINGS = 3;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private static final Duration LAST_PAUSE = Duration.ofMinutes(1);

    private static final Duration CHECK_AFTER_START = Duration.ofSeconds(10);

    private static final Duration BETWEEN_CHECKS = Duration.ofHours(24);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** All files are not read again because of one more request that failed, if they were whole so short a time ago. */
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

    private final IndexRebuildLimit guard = new IndexRebuildLimit(System::nanoTime);

    private volatile Repair repair;

    /** When all files were read and found whole, by {@code System.nanoTime}; nothing before the first time. */
    private Long whole;

    /** Times that the core was opened again without its answering since. */
    private int openings;

    /** @return a client of the core, always the same; what fails is repaired in the background */
    SolrClient client()
    {
        return this.client;
    }

    /** @return the last repair, if there was one since the start */
    Optional<Repair> last()
    {
        return Optional.ofNullable(this.repair);
    }

    /** Reads all files of the index soon, and then once a day: damage that no request has met yet is found so. */
    void watch()
    {
        if (this.watching.compareAndSet(false, true)) {
            this.worker.executor().scheduleWithFixedDelay(this::check, CHECK_AFTER_START.toSeconds(),
                BETWEEN_CHECKS.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** A request failed. Returns at once. */
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

    /** @return what is wrong with the index; {@code null} where it answers, and only that request failed */
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

    /** Tries until the index answers. */
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
            this.logger.info("The search index answers again.");
        }
    }

    private void log(Throwable problem, int attempt)
    {
        this.logger.debug("Try {} to repair the search index.", attempt, problem);
        if (attempt == 0) {
            note(Step.OPENING, problem, null);
            this.logger.warn("The search index fails: [{}]. It is repaired.", problem.getClass().getName());
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
        Duration wait = this.guard.untilNext();
        if (!wait.isZero()) {
            this.logger.warn("The search index was thrown away {} times within an hour; the next time is in {} seconds.",
                this.guard.count(), wait.toSeconds());
            note(Step.RESTING, problem, Instant.now().plus(wait));
            sleep(wait);
        }
        if (isClosed()) {
            return;
        }
        this.logger.warn("The search index is damaged; it is thrown away and made again.");
        this.guard.renewed();
        note(Step.OPENING, problem, null);
        if (!this.state.renew(() -> this.index.get().renew() || empty())) {
            note(Step.ADMINISTRATOR, problem, null);
            throw new IOException("The index cannot be thrown away.");
        }
        this.whole = null;
        this.openings = 0;
        this.consumers.get().reloadCheckpoint(IndexConsumer.NAME);
    }

    /** Where the files are another's, all documents go: what is written then goes into new files. */
    private boolean empty()
    {
        try {
            this.index.get().client().deleteByQuery("*:*");
            this.index.get().client().commit();
            return true;
        } catch (SolrServerException | IOException | RuntimeException e) {
            this.logger.error("The search index is damaged, and its Solr lets nobody empty it: stop that Solr, delete the "
                + "folder [data] of the core, and start it.", e);
            return false;
        }
    }

    /** Waits until the consumer has made the index again; @return what is wrong with it by then, {@code null} for nothing. */
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
                this.logger.info("The search index was made again.");
            } else {
                sleep(BETWEEN_LOOKS);
            }
        }
        return null;
    }

    /** @return how a harmless question and a harmless write fail; {@code null} where both succeed */
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
            this.logger.debug("The files of the index could not be read.", e);
            return true;
        }
    }

    private void note(Step step, Throwable problem, Instant next)
    {
        Repair before = this.repair;
        boolean goesOn = before != null && before.step() != Step.DONE;
        Instant now = Instant.now();
        String what = problem != null ? describe(problem) : before == null ? "" : before.problem();
        this.repair = new Repair(goesOn ? before.since() : now, step, what, next, step == Step.DONE ? now : null,
            this.guard.count() > 0);
    }

    /** What a binding says is meant for administrators; other messages may quote a member's text. */
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

    /** Reading all files has found one that is damaged. */
    private static final class DamagedFileException extends IOException
    {
        private static final long serialVersionUID = 1L;

        DamagedFileException()
        {
            super("A file of the index is damaged or missing.");
        }
    }
}
