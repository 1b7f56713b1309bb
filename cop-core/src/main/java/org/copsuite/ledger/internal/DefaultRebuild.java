/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.Rebuild;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/**
 * Rebuilds projection by projection in their order, some keys per transaction. The progress is a row of
 * {@code cop_rebuild}, updated in the same transaction as the rebuilt rows.
 */
@Component
@Singleton
public class DefaultRebuild implements Rebuild, Disposable
{
    private static final String RUNNING = "running";

    private static final String INTERRUPTED = "interrupted";

    /** Keys per transaction: a writer waits for one step at most. */
    private static final int STEP = 20;

    private static final int COUNTING = 1_000;

    private static final int SECONDS_TO_STOP = 10;

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<Map<String, Projection>> projections;

    @Inject
    private Logger logger;

    /** The wikis being rebuilt in this process; true once an interruption is requested. */
    private final Map<String, Boolean> running = new ConcurrentHashMap<>();

    private final ExecutorService thread = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "cop-rebuild");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public boolean start(String wiki)
    {
        if (this.running.putIfAbsent(wiki, false) != null) {
            return false;
        }
        try {
            prepare(wiki);
            this.thread.execute(() -> run(wiki));
            return true;
        } catch (RuntimeException e) {
            this.running.remove(wiki);
            throw e;
        }
    }

    @Override
    public void interrupt(String wiki)
    {
        this.running.computeIfPresent(wiki, (w, wanted) -> true);
    }

    @Override
    public void dispose()
    {
        this.running.keySet().forEach(this::interrupt);
        this.thread.shutdown();
        try {
            // The current step still needs the database, which is closed next.
            if (!this.thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                logger.warn("A rebuild did not stop within {} seconds.", SECONDS_TO_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<Progress> progress(String wiki)
    {
        return this.ledger.read(session -> Optional.ofNullable(session.get(RebuildRow.class, wiki))
            .map(row -> new Progress(state(wiki, row), row.projection, row.done, row.total)));
    }

    /** Reports a rebuild as interrupted if the process that ran it has ended. */
    private String state(String wiki, RebuildRow row)
    {
        return RUNNING.equals(row.state) && !this.running.containsKey(wiki) ? INTERRUPTED : row.state;
    }

    private List<Map.Entry<String, Projection>> ordered()
    {
        return this.projections.get().entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> entry.getValue().order())).toList();
    }

    /** Creates the row of a new rebuild; keeps the row of an interrupted one. */
    private void prepare(String wiki)
    {
        // "running" was left behind by a process that ended: this one has only just started.
        boolean resumes = progress(wiki).map(p -> List.of(INTERRUPTED, RUNNING).contains(p.state())).orElse(false);
        long total = resumes ? 0 : count(wiki);
        write(session -> {
            RebuildRow row = session.get(RebuildRow.class, wiki);
            if (row == null) {
                row = new RebuildRow(wiki);
            }
            if (!resumes) {
                row.projection = ordered().isEmpty() ? "" : ordered().get(0).getKey();
                row.lastKey = "";
                row.done = 0;
                row.total = total;
            }
            row.state = RUNNING;
            session.saveOrUpdate(row);
        });
    }

    private long count(String wiki)
    {
        long total = 0;
        for (Map.Entry<String, Projection> view : ordered()) {
            String after = "";
            List<String> keys;
            do {
                keys = keys(wiki, view.getValue(), after, COUNTING);
                total += keys.size();
                after = keys.isEmpty() ? after : keys.get(keys.size() - 1);
            } while (keys.size() == COUNTING);
        }
        return total;
    }

    private List<String> keys(String wiki, Projection projection, String after, int limit)
    {
        return this.ledger.read(session -> projection.keys(session, wiki, after, limit));
    }

    private void run(String wiki)
    {
        String end = "failed";
        try {
            end = all(wiki) ? "done" : INTERRUPTED;
        } catch (RuntimeException e) {
            logger.error("Failed to rebuild the projections of wiki [{}]; start the rebuild again to resume.", wiki, e);
        } finally {
            finish(wiki, end);
        }
    }

    private void finish(String wiki, String end)
    {
        try {
            write(session -> session.get(RebuildRow.class, wiki).state = end);
        } finally {
            this.running.remove(wiki);
        }
    }

    /** @return whether all keys were rebuilt */
    private boolean all(String wiki)
    {
        RebuildRow at = this.ledger.read(session -> session.get(RebuildRow.class, wiki));
        boolean reached = false;
        for (Map.Entry<String, Projection> view : ordered()) {
            boolean here = view.getKey().equals(at.projection);
            reached = reached || here;
            if (reached && !one(wiki, view, here ? at.lastKey : "")) {
                return false;
            }
        }
        return true;
    }

    private boolean one(String wiki, Map.Entry<String, Projection> view, String from)
    {
        String after = from;
        while (true) {
            List<String> keys = keys(wiki, view.getValue(), after, STEP);
            if (keys.isEmpty()) {
                return true;
            }
            step(wiki, view, keys);
            after = keys.get(keys.size() - 1);
            if (this.running.getOrDefault(wiki, true)) {
                return false;
            }
        }
    }

    private void step(String wiki, Map.Entry<String, Projection> view, List<String> keys)
    {
        write(session -> {
            keys.forEach(key -> view.getValue().rebuild(session, wiki, key));
            RebuildRow row = session.get(RebuildRow.class, wiki);
            row.projection = view.getKey();
            row.lastKey = keys.get(keys.size() - 1);
            row.done += keys.size();
        });
    }

    private void write(Consumer<Session> work)
    {
        this.ledger.update(tx -> {
            work.accept(tx.session());
        });
    }
}
