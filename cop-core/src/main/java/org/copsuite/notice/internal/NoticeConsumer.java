/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.BackgroundWork;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeType;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/** Creates notices from entries of the ledger, in groups of a few hundred people. */
@Component
@Named(NoticeRepository.CONSUMER)
@Singleton
public class NoticeConsumer implements LedgerConsumer, Disposable
{
    /** Maximum number of people notified in one transaction. */
    static final int GROUP = 500;

    /** Number of entries without notices that may be processed again after a crash: saves a write for each vote. */
    private static final long UNWRITTEN = 1_000;

    @Inject
    private NoticeTypes types;

    @Inject
    private NoticeRouter router;

    @Inject
    private NoticeRepository repository;

    @Inject
    private UnreadCounts counts;

    @Inject
    private DefaultNoticeDelivery deliveries;

    private final BackgroundWork worker = new BackgroundWork("cop-notices");

    /** The last entry processed, -1 before the checkpoint was read. Used by the worker thread only. */
    private long checkpoint = -1;

    private long savedCheckpoint;

    @Override
    public String name()
    {
        return NoticeRepository.CONSUMER;
    }

    @Override
    public long checkpoint()
    {
        try {
            return this.worker.run(this::currentCheckpoint);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the checkpoint of notices.", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long currentCheckpoint()
    {
        if (this.checkpoint < 0) {
            this.checkpoint = this.repository.checkpoint();
            this.savedCheckpoint = this.checkpoint;
        }
        return this.checkpoint;
    }

    @Override
    public void consume(List<LedgerEntry> entries) throws Exception
    {
        if (this.worker.run(() -> consumeAll(entries))) {
            this.deliveries.wake();
        }
    }

    @Override
    public boolean isReady()
    {
        try {
            return this.worker.run(this.repository::checkpoint) >= 0;
        } catch (Exception e) {
            return false;
        }
    }

    @Override
    public void skip(LedgerEntry entry) throws Exception
    {
        this.worker.run(() -> {
            this.repository.setCheckpoint(entry.getSequence());
            this.checkpoint = Math.max(this.checkpoint, entry.getSequence());
            this.savedCheckpoint = this.checkpoint;
            return null;
        });
    }

    @Override
    public void dispose()
    {
        this.worker.close();
    }

    /** @return whether somebody was notified */
    private boolean consumeAll(List<LedgerEntry> entries)
    {
        boolean told = false;
        long last = currentCheckpoint();
        for (LedgerEntry entry : entries) {
            if (entry.getSequence() > last) {
                boolean now = take(entry);
                told |= now;
                this.checkpoint = entry.getSequence();
                if (now || this.checkpoint - this.savedCheckpoint > UNWRITTEN) {
                    this.repository.setCheckpoint(this.checkpoint);
                    this.savedCheckpoint = this.checkpoint;
                }
            }
        }
        return told;
    }

    private boolean take(LedgerEntry entry)
    {
        if (entry.is(ActType.REVERSED)) {
            this.repository.forget(entry.getWiki(), entry.getReverses());
        }
        List<NoticeType> ended = this.types.endedBy(entry);
        if (!ended.isEmpty()) {
            this.repository.forget(entry.getWiki(), entry.getSubject(), ended);
        }
        boolean told = false;
        for (RoutedNotice notice : this.router.route(entry)) {
            told |= notify(notice);
        }
        return told;
    }

    private boolean notify(RoutedNotice notice)
    {
        boolean told = false;
        for (Audience.Source source : this.router.sources(notice)) {
            List<UserId> candidates = source.after("", GROUP);
            while (!candidates.isEmpty()) {
                Map<UserId, Person> people = this.router.recipients(notice, candidates);
                for (UserId person : this.repository.save(notice, people)) {
                    this.counts.changed(notice.entry().getWiki(), person);
                    told = true;
                }
                candidates = candidates.size() < GROUP ? List.of()
                    : source.after(candidates.get(candidates.size() - 1).value(), GROUP);
            }
        }
        return told;
    }
}
