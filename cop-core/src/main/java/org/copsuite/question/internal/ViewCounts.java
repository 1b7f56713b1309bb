/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Counts views of questions in memory and flushes the counts every 10 seconds, so that a view costs no statement. */
@Component(roles = ViewCounts.class)
@Singleton
public class ViewCounts implements Disposable
{
    private static final long SECONDS = 10;

    @Inject
    private Ledger ledger;

    @Inject
    private Logger logger;

    /** The views of the last 15 minutes. */
    private final Cache<RecentView, Boolean> recent =
        Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(15)).build();

    private final Map<ViewedQuestion, Integer> counts = new ConcurrentHashMap<>();

    private ScheduledExecutorService writer;

    /** Counts a view, unless the same reader viewed the question within the last 15 minutes. */
    void viewed(WikiId wiki, String reader, UUID question)
    {
        if (this.recent.asMap().putIfAbsent(new RecentView(wiki, reader, question), true) == null) {
            this.counts.merge(new ViewedQuestion(wiki, question), 1, Integer::sum);
            start();
        }
    }

    private synchronized void start()
    {
        if (this.writer == null) {
            this.writer = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "cop-views");
                thread.setDaemon(true);
                return thread;
            });
            this.writer.scheduleWithFixedDelay(this::flushQuietly, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Writes the counts to the database. If that fails, keeps the counts for the next flush and throws the failure. */
    void flush()
    {
        Map<ViewedQuestion, Integer> flushed = new HashMap<>();
        this.counts.keySet().forEach(key -> {
            Integer count = this.counts.remove(key);
            if (count != null) {
                flushed.put(key, count);
            }
        });
        if (flushed.isEmpty()) {
            return;
        }
        try {
            this.ledger.update(tx -> {
                flushed.forEach((key, count) -> QuestionRepository
                    .update(tx.session(), "QuestionRow", "views = views + :more", key.wiki(), key.question())
                    .setParameter("more", count).executeUpdate());
            });
        } catch (RuntimeException e) {
            flushed.forEach((key, count) -> this.counts.merge(key, count, Integer::sum));
            throw e;
        }
    }

    private void flushQuietly()
    {
        try {
            flush();
        } catch (RuntimeException e) {
            this.logger.warn("Failed to flush view counts; will retry.", e);
        }
    }

    @Override
    public synchronized void dispose()
    {
        if (this.writer != null) {
            this.writer.shutdown();
            this.writer = null;
        }
        flushQuietly();
    }

    private record RecentView(WikiId wiki, String reader, UUID question)
    {
    }

    private record ViewedQuestion(WikiId wiki, UUID question)
    {
    }
}
