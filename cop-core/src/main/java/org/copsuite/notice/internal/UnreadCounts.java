/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.BackgroundWork;
import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.ledger.Ledger;
import org.copsuite.notice.NoticeService;
import org.copsuite.spi.UnreadSource;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.query.Query;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Caches the numbers of unread notices, counted on a background thread: each page of the embedded wiki shows the number
 * and must not wait for it. A write on this node updates it at once; changed rights take effect within half a minute.
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
    private Provider<List<UnreadSource>> sources;

    @Inject
    private Logger logger;

    private record Whose(WikiId wiki, UserId person)
    {
    }

    /** Returns the number; waits for it if it is not cached. */
    int get(WikiId wiki, UserId person)
    {
        return this.counts.get(new Whose(wiki, person)).join();
    }

    /** Returns the cached number; 0 while it is counted for the first time. */
    int known(WikiId wiki, UserId person)
    {
        return this.counts.get(new Whose(wiki, person)).getNow(0);
    }

    /** Counts again if the number was read lately. */
    void changed(WikiId wiki, UserId person)
    {
        Whose whose = new Whose(wiki, person);
        if (this.counts.getIfPresent(whose) != null) {
            this.counts.put(whose, CompletableFuture.supplyAsync(() -> count(whose), this.worker.executor()));
        }
    }

    /** Runs work on notices in the background. */
    void later(Runnable work)
    {
        this.worker.executor().execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                this.logger.warn("Failed to mark notices of viewed posts as read; they stay unread.", e);
            }
        });
    }

    private Integer count(Whose whose)
    {
        List<NoticeRow> rows = this.ledger.read(session -> {
            Query<NoticeRow> query = session.createQuery("from NoticeRow where wiki = :wiki and person = :person "
                + "and seen = false order by wiki desc, person desc, seen desc, sequence desc", NoticeRow.class)
                .setParameter("wiki", whose.wiki().value()).setParameter("person", whose.person().value())
                .setMaxResults(NoticeService.COUNTED);
            OrderedHsqlDialect.orderByIndex(session, query);
            return query.getResultList();
        });
        return this.views.targets(whose.person(), whose.wiki(), rows).size()
            + this.sources.get().stream().mapToInt(source -> source.unread(whose.person(), whose.wiki())).sum();
    }

    @Override
    public void dispose()
    {
        this.worker.close();
    }
}
