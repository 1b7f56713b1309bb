/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerView;
import org.copsuite.ledger.Rebuild.Progress;
import org.copsuite.setting.Settings;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/**
 * Computes the points of a wiki again, in the background, where they were made by other rules than those in force: a
 * process looks once for each wiki, when its points are first asked for. After an interruption it goes on where it was.
 */
@Component(roles = PointsRecount.class)
@Singleton
public class PointsRecount implements Disposable
{
    /** The setting that holds the fingerprint of the rules by which all points were made. */
    static final String MADE_BY = "recognition.rules";

    /** The setting that holds how far a recount is: the fingerprint of the new rules, a blank, the last person. */
    static final String AT = "recognition.recount";

    /** So many people a transaction: writers of the ledger wait for one such step at most. */
    private static final int STEP = 20;

    private static final int COUNTING = 1_000;

    @Inject
    private Rules rules;

    @Inject
    private Settings settings;

    @Inject
    private Ledger ledger;

    @Inject
    @Named("points")
    private Provider<LedgerView> view;

    @Inject
    private Logger logger;

    /** By wiki, how far it is; a wiki that was looked at and needs nothing has no total. */
    private final Map<String, Progress> wikis = new ConcurrentHashMap<>();

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "cop-recount");
        worker.setDaemon(true);
        return worker;
    });

    private volatile boolean disposed;

    @Override
    public void dispose()
    {
        this.disposed = true;
        this.thread.shutdown();
    }

    /**
     * Starts a recount if one is needed.
     *
     * @param wiki the wiki
     */
    void look(String wiki)
    {
        if (!this.wikis.containsKey(wiki)
            && this.wikis.putIfAbsent(wiki, new Progress("done", PointsRow.class.getSimpleName(), 0, 0)) == null) {
            String wanted = this.rules.get().fingerprint();
            Optional<String> made = this.settings.get(wiki, MADE_BY);
            if (made.isEmpty() && people(wiki, "", 1).isEmpty()) {
                this.settings.set(wiki, MADE_BY, wanted);
            } else if (!made.equals(Optional.of(wanted))) {
                this.wikis.put(wiki, new Progress("running", "points", 0, 0));
                this.thread.execute(() -> run(wiki, wanted));
            }
        }
    }

    /**
     * @param wiki the wiki
     * @return how far a recount is, if one was begun and has not come to its end
     */
    Optional<Progress> progress(String wiki)
    {
        return Optional.ofNullable(this.wikis.get(wiki)).filter(progress -> !"done".equals(progress.state()));
    }

    private void run(String wiki, String wanted)
    {
        long done = 0;
        long total = 0;
        try {
            total = count(wiki);
            String last = this.settings.get(wiki, AT).filter(at -> at.startsWith(wanted + ' '))
                .map(at -> at.substring(wanted.length() + 1)).orElse("");
            this.logger.info("The rules have changed: the points of {} people of [{}] are computed again.", total, wiki);
            List<String> people = people(wiki, last, STEP);
            while (!people.isEmpty() && !this.disposed) {
                step(wiki, people);
                done += people.size();
                last = people.get(people.size() - 1);
                this.settings.set(wiki, AT, wanted + ' ' + last);
                this.wikis.put(wiki, new Progress("running", "points", done, total));
                people = people(wiki, last, STEP);
            }
            if (!this.disposed) {
                this.settings.set(wiki, MADE_BY, wanted);
                this.settings.set(wiki, AT, null);
                this.wikis.put(wiki, new Progress("done", "points", done, total));
            }
        } catch (CopException | RuntimeException e) {
            this.wikis.put(wiki, new Progress("failed", "points", done, total));
            this.logger.error("The points of [{}] could not be computed again; the next start tries it.", wiki, e);
        }
    }

    private void step(String wiki, List<String> people) throws CopException
    {
        this.ledger.record(recording -> {
            // Holds the ledger's head: nobody earns anything meanwhile.
            recording.flush();
            people.forEach(person -> this.view.get().rebuild(recording.session(), wiki, person));
            return null;
        });
    }

    private long count(String wiki)
    {
        long total = 0;
        String last = "";
        List<String> people = people(wiki, last, COUNTING);
        while (!people.isEmpty()) {
            total += people.size();
            last = people.get(people.size() - 1);
            people = people.size() < COUNTING ? List.of() : people(wiki, last, COUNTING);
        }
        return total;
    }

    private List<String> people(String wiki, String after, int limit)
    {
        return this.ledger.read(session -> this.view.get().keys(session, wiki, after, limit));
    }
}
