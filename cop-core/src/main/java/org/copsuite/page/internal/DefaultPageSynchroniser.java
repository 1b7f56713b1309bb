/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.page.PageType;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.PageEvent;
import org.copsuite.wiki.People;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/**
 * Synchronises pages at once, in the thread that saved them, so that their authors see what they wrote. What one event
 * cannot settle (a deletion may be half of a move, an answer may arrive before its question) is processed after the
 * rename window.
 */
@Component
@Singleton
public class DefaultPageSynchroniser implements PageSynchroniser, Disposable
{
    /** Hour of the nightly reconciliation, in the server's time zone. */
    private static final int NIGHT = 3;

    private static final Duration WINDOW = Duration.ofSeconds(3);

    private static final int SECONDS_TO_STOP = 30;

    /** Maximum time between the events of a move. */
    private Duration window = WINDOW;

    @Inject
    private Provider<Map<String, PageType>> types;

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<Access> access;

    @Inject
    private Provider<Wikis> wikis;

    @Inject
    private Provider<Suite> suite;

    @Inject
    private Provider<List<MaintenanceTask>> tasks;

    @Inject
    private Reconciliation reconciliation;

    @Inject
    private PageCopies copies;

    @Inject
    private KnownPages known;

    @Inject
    private Logger logger;

    private final PendingPages pending = new PendingPages();

    private final ThreadLocal<Boolean> suppressed = ThreadLocal.withInitial(() -> false);

    /** Number of events still to be processed, plus one during the first reconciliation. */
    private final AtomicInteger outstanding = new AtomicInteger();

    /** Null while stopped. */
    private volatile ScheduledExecutorService executor;

    private volatile ScheduledFuture<?> nightly;

    private final Map<WikiId, Reconciled> lastReconciliations = new ConcurrentHashMap<>();

    private boolean listening;

    @Override
    public synchronized void start()
    {
        if (this.executor == null) {
            ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
                Thread thread = new Thread(work, "cop-pages");
                thread.setDaemon(true);
                return thread;
            });
            executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            this.executor = executor;
            // The port cannot remove a listener: a second start must not add another one.
            if (!this.listening) {
                this.pages.get().listen(this::on);
                this.access.get().onChange(this::updateRights);
                this.pages.get().listenToMoves(this::pageMoved);
                this.listening = true;
            }
            schedule(Duration.ZERO, this::reconcileAll);
            this.nightly = this.executor.scheduleAtFixedRate(this::reconcileAll, minutesUntilNight(),
                TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
        }
    }

    @Override
    public void stop()
    {
        ScheduledExecutorService running;
        synchronized (this) {
            running = this.executor;
            this.executor = null;
            this.nightly = null;
            this.outstanding.set(0);
            this.pending.clear();
        }
        if (running != null) {
            runTasks();
            // Not interrupted: that could close the files of a database for good.
            running.shutdown();
            try {
                // The current work still needs the database, which is closed next.
                if (!running.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                    this.logger.warn("Page synchronisation did not stop within {} seconds.", SECONDS_TO_STOP);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void dispose()
    {
        stop();
    }

    @Override
    public long reconcile(WikiId wiki)
    {
        ScheduledExecutorService started = this.executor;
        BooleanSupplier ended = () -> this.executor != started;
        try {
            long mended = suppressEvents(() -> this.reconciliation.run(wiki, ended));
            if (!ended.getAsBoolean()) {
                this.lastReconciliations.put(wiki, new Reconciled(Instant.now(), mended, false));
            }
            return mended;
        } catch (RuntimeException e) {
            this.lastReconciliations.put(wiki, new Reconciled(Instant.now(), 0, true));
            throw e;
        }
    }

    @Override
    public Optional<Reconciled> lastReconciliation(WikiId wiki)
    {
        return Optional.ofNullable(this.lastReconciliations.get(wiki));
    }

    @Override
    public Optional<Instant> nextReconciliation()
    {
        return Optional.ofNullable(this.nightly)
            .map(night -> Instant.now().plusMillis(Math.max(0, night.getDelay(TimeUnit.MILLISECONDS))));
    }

    @Override
    public boolean await(Duration timeout)
    {
        long end = System.nanoTime() + timeout.toNanos();
        while (this.outstanding.get() > 0) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            Thread.onSpinWait();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return true;
    }

    @Override
    public <T, E extends Exception> T suppressEvents(People.Work<T, E> work) throws E
    {
        boolean before = this.suppressed.get();
        this.suppressed.set(true);
        try {
            return work.run();
        } finally {
            this.suppressed.set(before);
        }
    }

    /** @param window the maximum time between the events of a move */
    void setWindow(Duration window)
    {
        this.window = window;
    }

    private void on(PageEvent event)
    {
        if (this.suppressed.get() || this.executor == null) {
            return;
        }
        // The redirect that a move leaves behind has no object, nor has a page whose object was removed.
        PageType type = event.object() == null ? null : this.types.get().get(event.object().type());
        if (event.kind() != PageEvent.Kind.DELETED) {
            if (type != null && !synchroniseAtOnce(type, event)) {
                schedule(this.window, () -> synchronise(type, event));
            }
            settleReplaced(event);
        } else if (type != null) {
            schedule(this.window, () -> settleDeletion(type, event.object().id(), event));
        }
    }

    /** Records the deletion of a subject whose page holds another object now, or none, unless another page holds it. */
    private void settleReplaced(PageEvent event)
    {
        this.known.at(event.page()).forEach((id, type) -> {
            if (event.object() == null || !id.equals(event.object().id())) {
                schedule(this.window, () -> settleDeletion(type, id, event));
            }
        });
    }

    /** A failure now, for example because the database is busy, may not occur a moment later. */
    private boolean synchroniseAtOnce(PageType type, PageEvent event)
    {
        try {
            return synchronise(type, event);
        } catch (RuntimeException e) {
            this.logger.warn("Failed to synchronise the page of [{}] at once; will retry.", event.object().id(), e);
            return false;
        }
    }

    /** @return whether nothing is left to do */
    private boolean synchronise(PageType type, PageEvent event)
    {
        Optional<Page> now = this.pages.get().load(event.page());
        if (now.isEmpty() || !now.get().object().map(PageObject::type).equals(Optional.of(event.object().type()))) {
            return true;
        }
        try {
            suppressEvents(() -> {
                Page page = this.copies.withIdOfItsOwn(now.get(), event.actor());
                this.copies.synchronise(type, page, event.actor());
                return null;
            });
            this.pending.remove(event.page()).forEach(below -> synchronise(this.types.get().get(below.object().type()),
                below));
            return true;
        } catch (CopException e) {
            this.pending.add(event);
            this.logger.debug("Left a page with an object of type [{}] as a plain page: {}", event.object().type(),
                e.getMessage());
            return false;
        }
    }

    private void settleDeletion(PageType type, UUID id, PageEvent event)
    {
        WikiId wiki = event.page().wiki();
        if (this.pages.get().holding(wiki, id).isEmpty()) {
            type.recordDeletion(wiki, id, event.actor(), event.at());
        }
    }

    private void pageMoved(PageId from, PageId to, UserId actor)
    {
        schedule(Duration.ZERO, () -> this.types.get().values().forEach(type -> type.pageMoved(from, to, actor)));
    }

    private void updateRights(SpaceId space)
    {
        schedule(Duration.ZERO, () -> this.types.get().values().forEach(type -> type.updateRights(space)));
    }

    private synchronized void schedule(Duration delay, Runnable work)
    {
        if (this.executor == null) {
            return;
        }
        this.outstanding.incrementAndGet();
        this.executor.schedule(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                this.logger.error("Failed to process a page event; the next reconciliation retries.", e);
            } finally {
                this.outstanding.updateAndGet(n -> Math.max(0, n - 1));
            }
        }, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void runTasks()
    {
        for (MaintenanceTask task : this.tasks.get()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                this.logger.error("Failed to run maintenance task [{}]; the next run retries.",
                    task.getClass().getName(), e);
            }
        }
    }

    /** Reconciles each wiki by itself: a failure in one does not affect the others. */
    private void reconcileAll()
    {
        try {
            for (WikiId wiki : this.wikis.get().all()) {
                if (this.executor != null) {
                    reconcileQuietly(wiki);
                }
            }
            runTasks();
        } catch (RuntimeException e) {
            this.logger.error("Failed to list the wikis to reconcile; the next reconciliation retries.", e);
        }
    }

    private void reconcileQuietly(WikiId wiki)
    {
        try {
            if (!this.suite.get().isOn(wiki)) {
                return;
            }
            long settled = reconcile(wiki);
            if (settled > 0) {
                this.logger.info("Reconciled wiki [{}]: {} pages were out of date.", wiki, settled);
            }
        } catch (RuntimeException e) {
            this.logger.error("Failed to reconcile wiki [{}]; the next reconciliation retries.", wiki, e);
        }
    }

    private static long minutesUntilNight()
    {
        LocalDateTime now = LocalDateTime.now();
        LocalDateTime night = now.truncatedTo(ChronoUnit.DAYS).plusHours(NIGHT);
        return now.until(night.isAfter(now) ? night : night.plusDays(1), ChronoUnit.MINUTES) + 1;
    }

    /** @return the page types in the order in which their pages are synchronised */
    static List<Map.Entry<String, PageType>> ordered(Map<String, PageType> kinds)
    {
        return kinds.entrySet().stream()
            .sorted(Comparator.comparingInt((Map.Entry<String, PageType> e) -> e.getValue().order())).toList();
    }
}
