/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.BackgroundWork;
import org.copsuite.ledger.Ledger;
import org.copsuite.notice.NoticeService;
import org.copsuite.wiki.UserId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * How many notices people have not read, kept in memory and counted in a thread of its own: each page of the embedded wiki
 * shows it, and none shall wait for it. What is written on this node is counted at once; what rights hide or show is seen
 * within half a minute.
 */
@Component(roles = UnreadCounts.class)
@Singleton
public class UnreadCounts implements Disposable
{
    private static final int PEOPLE = 10_000;

    private final BackgroundWork worker = new BackgroundWork("cop-notice-counts");

    private final AsyncLoadingCache<Whose, Integer> counts = Caffeine.newBuilder().maximumSize(PEOPLE)
        .executor(this.worker.executor()).expireAfterAccess(Duration.ofMinutes(30))
        .refreshAfterWrite(Duration.ofSeconds(20)).buildAsync(this::count);

    @Inject
    private Ledger ledger;

    @Inject
    private NoticeViews views;

    @Inject
    private Logger logger;

    private record Whose(String wiki, UserId person)
    {
    }

    /** Waits for the count where it is not known. */
    int get(String wiki, UserId person)
    {
        return this.counts.get(new Whose(wiki, person)).join();
    }

    /** What is known now; 0 while it is counted for the first time. */
    int known(String wiki, UserId person)
    {
        return this.counts.get(new Whose(wiki, person)).getNow(0);
    }

    /** Counts anew, if somebody asked for the count lately. */
    void changed(String wiki, UserId person)
    {
        Whose whose = new Whose(wiki, person);
        if (this.counts.getIfPresent(whose) != null) {
            this.counts.put(whose, CompletableFuture.supplyAsync(() -> count(whose), this.worker.executor()));
        }
    }

    /** Does something with notices for which nobody waits. */
    void later(Runnable work)
    {
        this.worker.executor().execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                this.logger.warn("Notices of what was read stay unread.", e);
            }
        });
    }

    private Integer count(Whose whose)
    {
        List<NoticeRow> rows = this.ledger.read(session -> session.createQuery("from NoticeRow where wiki = :wiki "
            + "and person = :person and seen = false order by sequence desc", NoticeRow.class)
            .setParameter("wiki", whose.wiki()).setParameter("person", whose.person().value())
            .setMaxResults(NoticeService.COUNTED).getResultList());
        return this.views.targets(whose.person(), whose.wiki(), rows).size();
    }

    @Override
    public void dispose()
    {
        this.worker.close();
    }
}
