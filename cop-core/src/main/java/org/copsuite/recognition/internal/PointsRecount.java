/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.BackgroundWork;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.Rebuild.Progress;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/**
 * Computes all points of a wiki again, in the background, if they were computed by other rules than those in force.
 * Each process checks each wiki once, when its points are first read. The progress is stored together with the points;
 * an interrupted recount resumes.
 */
@Component(roles = PointsRecount.class)
@Singleton
public class PointsRecount implements Disposable
{
    private static final String RUNNING = "running";

    private static final String FAILED = "failed";

    /** Number of people per transaction: a writer waits for one step at most. */
    private static final int STEP = 20;

    private static final int COUNTING = 1_000;

    @Inject
    private PointRulesLoader rules;

    @Inject
    private Ledger ledger;

    @Inject
    @Named("points")
    private Provider<Projection> view;

    @Inject
    private Logger logger;

    /** The wikis checked by this process, with the state of a recount, or an empty text. */
    private final Map<String, String> checked = new ConcurrentHashMap<>();

    private final BackgroundWork thread = new BackgroundWork("cop-recount");

    @Override
    public void dispose()
    {
        this.thread.close();
    }

    /**
     * Starts a recount if one is needed.
     *
     * @param wiki the wiki
     */
    void checkRules(String wiki)
    {
        if (!this.checked.containsKey(wiki) && this.checked.putIfAbsent(wiki, "") == null) {
            String wanted = this.rules.get().fingerprint();
            Optional<RecountRow> row = row(wiki);
            if (row.isPresent() && (row.get().wanted != null || !row.get().madeBy.equals(wanted))) {
                this.checked.put(wiki, RUNNING);
                this.thread.submit(() -> run(wiki, wanted));
            }
        }
    }

    /**
     * @param wiki the wiki
     * @return the progress of a recount that has not ended
     */
    Optional<Progress> progress(String wiki)
    {
        String state = this.checked.getOrDefault(wiki, "");
        return state.isEmpty() ? Optional.empty()
            : row(wiki).map(row -> new Progress(state, "points", row.done, row.total));
    }

    private Optional<RecountRow> row(String wiki)
    {
        return this.ledger.read(session -> Optional.ofNullable(session.get(RecountRow.class, wiki)));
    }

    private void run(String wiki, String wanted)
    {
        try {
            String last = begin(wiki, wanted);
            List<String> people = people(wiki, last, STEP);
            while (!people.isEmpty() && !this.thread.isClosed()) {
                step(wiki, people);
                people = people(wiki, people.get(people.size() - 1), STEP);
            }
            if (!this.thread.isClosed()) {
                write(session -> {
                    RecountRow row = session.get(RecountRow.class, wiki);
                    row.madeBy = wanted;
                    row.wanted = null;
                    row.last = "";
                });
                this.checked.put(wiki, "");
            }
        } catch (RuntimeException e) {
            this.checked.put(wiki, FAILED);
            this.logger.error("Failed to compute the points of wiki [{}] again; the next start retries.", wiki, e);
        }
    }

    /** @return the last person already done */
    private String begin(String wiki, String wanted)
    {
        long total = count(wiki);
        this.logger.info("The rules have changed: computes the points of {} people of wiki [{}] again.", total, wiki);
        write(session -> {
            RecountRow row = session.get(RecountRow.class, wiki);
            if (!wanted.equals(row.wanted)) {
                row.wanted = wanted;
                row.last = "";
                row.done = 0;
            }
            row.total = total;
        });
        return row(wiki).map(row -> row.last).orElse("");
    }

    private void step(String wiki, List<String> people)
    {
        write(session -> {
            people.forEach(person -> this.view.get().rebuild(session, wiki, person));
            RecountRow row = session.get(RecountRow.class, wiki);
            row.last = people.get(people.size() - 1);
            row.done += people.size();
        });
    }

    private void write(Consumer<Session> work)
    {
        this.ledger.update(tx -> {
            // Locks the head of the ledger: nobody earns points meanwhile.
            work.accept(tx.session());
        });
    }

    private long count(String wiki)
    {
        long total = 0;
        List<String> people = people(wiki, "", COUNTING);
        while (!people.isEmpty()) {
            total += people.size();
            people = people.size() < COUNTING ? List.of()
                : people(wiki, people.get(people.size() - 1), COUNTING);
        }
        return total;
    }

    private List<String> people(String wiki, String after, int limit)
    {
        return this.ledger.read(session -> this.view.get().keys(session, wiki, after, limit));
    }
}
