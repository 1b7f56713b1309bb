/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.BackgroundWork;
import org.copsuite.ledger.Act;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.LedgerFollower;
import org.copsuite.question.QuestionActs;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/** Tells people what others did, after it was done, in groups of a few hundred. */
@Component
@Named(NoticeStore.FOLLOWER)
@Singleton
public class NoticeFollower implements LedgerFollower, Disposable
{
    /** How many are told in one transaction. */
    static final int GROUP = 500;

    /** So many rows that tell nobody anything may be read again after a crash: it saves a write for each vote. */
    private static final long UNWRITTEN = 1_000;

    @Inject
    private Receivers receivers;

    @Inject
    private NoticeStore store;

    @Inject
    private UnreadCounts counts;

    @Inject
    private DefaultDeliveries deliveries;

    private final BackgroundWork worker = new BackgroundWork("cop-notices");

    /** The last row taken, -1 before the database was asked; used by the worker alone. */
    private long taken = -1;

    private long written;

    @Override
    public String name()
    {
        return NoticeStore.FOLLOWER;
    }

    @Override
    public long position()
    {
        try {
            return this.worker.run(this::read);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking how far notices are.", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long read()
    {
        if (this.taken < 0) {
            this.taken = this.store.position();
            this.written = this.taken;
        }
        return this.taken;
    }

    @Override
    public void take(List<LedgerEntry> entries) throws Exception
    {
        if (this.worker.run(() -> takeAll(entries))) {
            this.deliveries.wake();
        }
    }

    @Override
    public boolean isReady()
    {
        try {
            return this.worker.run(this.store::position) >= 0;
        } catch (Exception e) {
            return false;
        }
    }

    @Override
    public void passOver(LedgerEntry entry) throws Exception
    {
        this.worker.run(() -> {
            this.store.taken(entry.getPlace());
            this.taken = Math.max(this.taken, entry.getPlace());
            this.written = this.taken;
            return null;
        });
    }

    @Override
    public void dispose()
    {
        this.worker.close();
    }

    /** @return whether somebody was told something */
    private boolean takeAll(List<LedgerEntry> entries)
    {
        boolean told = false;
        long last = read();
        for (LedgerEntry entry : entries) {
            if (entry.getPlace() > last) {
                boolean now = take(entry);
                told |= now;
                this.taken = entry.getPlace();
                if (now || this.taken - this.written > UNWRITTEN) {
                    this.store.taken(this.taken);
                    this.written = this.taken;
                }
            }
        }
        return told;
    }

    private boolean take(LedgerEntry entry)
    {
        Act act = entry.getAct();
        if (Act.UNDONE.equals(act)) {
            this.store.forget(entry.getWiki(), entry.getUndoes());
        } else if (QuestionActs.DELETED.equals(act) || RecognitionService.UNTHANKED.equals(act)) {
            this.store.forget(entry.getWiki(), entry.getSubject());
        }
        return this.receivers.telling(entry).map(this::tell).orElse(false);
    }

    private boolean tell(Telling telling)
    {
        boolean told = false;
        for (Telling.Source source : telling.sources()) {
            List<UserId> candidates = source.after("", GROUP);
            while (!candidates.isEmpty()) {
                Map<UserId, Person> people = this.receivers.among(telling, candidates);
                for (UserId person : this.store.tell(telling, people)) {
                    this.counts.changed(telling.entry().getWiki(), person);
                    told = true;
                }
                candidates = candidates.size() < GROUP ? List.of()
                    : source.after(candidates.get(candidates.size() - 1).value(), GROUP);
            }
        }
        return told;
    }
}
