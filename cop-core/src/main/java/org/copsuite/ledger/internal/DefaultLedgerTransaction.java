/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.util.ArrayList;
import java.util.List;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.hibernate.Session;
import org.hibernate.query.Query;

/**
 * One transaction on the ledger. The row of the head is locked by an update when the first deed gets its place, and from
 * then on to the commit: so rows become visible in the order of their places, and a follower never misses one.
 */
class DefaultLedgerTransaction implements Ledger.Transaction
{
    private final Session session;

    private final List<Projection> projections;

    private final List<EntryDraft> pending = new ArrayList<>();

    /** The last place given, -1 while the head is not held. */
    private long sequence = -1;

    private long before = -1;

    DefaultLedgerTransaction(Session session, List<Projection> projections)
    {
        this.session = session;
        this.projections = projections;
    }

    @Override
    public Session session()
    {
        return this.session;
    }

    @Override
    public void append(EntryDraft draft)
    {
        this.pending.add(draft);
    }

    @Override
    public void flush()
    {
        hold();
        List<EntryDraft> deeds = List.copyOf(this.pending);
        this.pending.clear();
        for (EntryDraft draft : deeds) {
            if (!stands(draft)) {
                write(draft);
            }
        }
    }

    /** Ends the work: all that is left to do before the commit. */
    void finish()
    {
        if (!this.pending.isEmpty()) {
            flush();
        }
        this.session.flush();
        changed();
    }

    /** @return whether a row was added */
    boolean hasWritten()
    {
        return this.sequence > this.before;
    }

    private void hold()
    {
        if (this.sequence < 0) {
            this.session.createQuery("update LedgerHead set sequence = sequence + 0 where id = :id")
                .setParameter("id", LedgerHead.ONLY).executeUpdate();
            this.sequence = this.session.createQuery("select sequence from LedgerHead where id = :id", Long.class)
                .setParameter("id", LedgerHead.ONLY).getSingleResult();
            this.before = this.sequence;
        }
    }

    /** Whatever the work wrote, others see it together with this. */
    private void changed()
    {
        Query<?> head = this.session.createQuery("update LedgerHead set changes = changes + 1"
            + (hasWritten() ? ", sequence = :sequence" : "") + " where id = :id").setParameter("id", LedgerHead.ONLY);
        if (hasWritten()) {
            head.setParameter("sequence", this.sequence);
        }
        head.executeUpdate();
    }

    private boolean stands(EntryDraft draft)
    {
        return !this.session
            .createQuery("select sequence from LedgerEntry where wiki = :wiki and idempotencyKey = :key", Long.class)
            .setParameter("wiki", draft.wiki()).setParameter("key", draft.idempotencyKey()).getResultList().isEmpty();
    }

    private void write(EntryDraft draft)
    {
        LedgerEntry entry = new LedgerEntry(++this.sequence, draft);
        this.session.persist(entry);
        this.session.flush();
        // Kept out of the session, which otherwise is searched for changes before each statement of a long import.
        this.session.evict(entry);
        LedgerEntry reversed = ActType.REVERSED.equals(draft.act()) ? undone(draft) : null;
        for (Projection projection : this.projections) {
            projection.apply(this.session, entry, reversed);
        }
    }

    private LedgerEntry undone(EntryDraft draft)
    {
        LedgerEntry reversed = draft.reverses() == null ? null : this.session.get(LedgerEntry.class, draft.reverses());
        if (reversed == null || !reversed.getWiki().equals(draft.wiki())) {
            throw new IllegalArgumentException("No row " + draft.reverses() + " to be undone.");
        }
        this.session.evict(reversed);
        return reversed;
    }
}
