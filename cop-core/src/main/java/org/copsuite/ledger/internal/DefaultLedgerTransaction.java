/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.ActTypes;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.hibernate.Session;

/**
 * One transaction on the ledger. An update locks the row of the head before the first entry gets its sequence, until
 * the commit. So entries become visible in the order of their sequences, and no consumer misses one.
 * <p>
 * The same update counts the transaction and the one entry that most of them append. The head is read through the session
 * when its sequence is needed: a query that a decision needs under the lock anyway can bring it along
 * ({@code select ..., h from ..., LedgerHead h}).
 */
class DefaultLedgerTransaction implements Ledger.Transaction
{
    /** The number of entries that the head counts when it is locked. */
    private static final int COUNTED = 1;

    private final Session session;

    private final List<Projection> projections;

    private final ActTypes acts;

    private final List<Pending> pending = new ArrayList<>();

    private final List<EntryDraft> reversals = new ArrayList<>();

    /** Keys that the ledger was found not to have, under its lock: wiki and idempotency key. */
    private final Set<List<String>> absent = new HashSet<>();

    private boolean locked;

    /** The last sequence before this transaction, -1 until it is read. */
    private long before = -1;

    private int written;

    DefaultLedgerTransaction(Session session, List<Projection> projections, ActTypes acts)
    {
        this.session = session;
        this.projections = projections;
        this.acts = acts;
    }

    @Override
    public Session session()
    {
        return this.session;
    }

    @Override
    public void append(EntryDraft draft)
    {
        append(draft, null);
    }

    @Override
    public void append(EntryDraft draft, ActType<?> creation)
    {
        this.pending.add(new Pending(draft, creation));
        if (ActType.REVERSED.equals(draft.act())) {
            this.reversals.add(draft);
        }
    }

    /** @return the drafts that reverse entries */
    List<EntryDraft> reversals()
    {
        return this.reversals;
    }

    @Override
    public void applyPending()
    {
        lock();
        List<Pending> drafts = List.copyOf(this.pending);
        this.pending.clear();
        for (Pending next : drafts) {
            EntryDraft draft = next.draft();
            if (draft.idempotencyKey() == null) {
                write(draft.withOccurrence(UUID.randomUUID().toString()), next.creation());
            } else if (isNew(draft)) {
                this.absent.remove(key(draft));
                write(draft, next.creation());
            }
        }
    }

    /**
     * A draft that has no sequence yet.
     *
     * @param draft the draft
     * @param creation the act that created its subject, {@code null} if that is not known
     */
    private record Pending(EntryDraft draft, ActType<?> creation)
    {
    }

    private static List<String> key(EntryDraft draft)
    {
        return List.of(draft.wiki().value(), draft.idempotencyKey());
    }

    @Override
    public boolean isNew(EntryDraft draft)
    {
        lock();
        List<String> key = key(draft);
        if (!this.absent.contains(key) && this.session
            .createQuery("select sequence from LedgerEntry where wiki = :wiki and idempotencyKey = :key", Long.class)
            .setParameter("wiki", draft.wiki().value()).setParameter("key", draft.idempotencyKey()).getResultList()
            .isEmpty()) {
            this.absent.add(key);
        }
        return this.absent.contains(key);
    }

    /** Completes the work before the commit. */
    void finish()
    {
        if (!this.pending.isEmpty()) {
            applyPending();
        }
        this.session.flush();
        changed();
    }

    /** @return whether an entry was appended */
    boolean hasWritten()
    {
        return this.written > 0;
    }

    /** Locks the head until the end of the transaction; does nothing if this transaction holds the lock. */
    void lock()
    {
        if (!this.locked) {
            add(COUNTED, 1);
            this.locked = true;
        }
    }

    /** Counts this transaction and its entries in the head, in the same commit as everything that it wrote. */
    private void changed()
    {
        if (!this.locked) {
            add(0, 1);
        } else if (this.written != COUNTED) {
            add(this.written - COUNTED, 0);
        }
    }

    private void add(int entries, int changes)
    {
        this.session.createQuery("update LedgerHead set sequence = sequence + :entries, changes = changes + :changes "
            + "where id = :id").setParameter("entries", (long) entries).setParameter("changes", (long) changes)
            .setParameter("id", LedgerHead.ONLY).executeUpdate();
    }

    private long nextSequence()
    {
        if (this.before < 0) {
            this.before = this.session.get(LedgerHead.class, LedgerHead.ONLY).sequence() - COUNTED;
        }
        return this.before + ++this.written;
    }

    private void write(EntryDraft draft, ActType<?> creation)
    {
        LedgerEntry entry = new LedgerEntry(nextSequence(), draft, creation);
        this.session.persist(entry);
        this.session.flush();
        // Detached, since Hibernate would check it for changes before each statement of a long import.
        this.session.evict(entry);
        LedgerEntry reversed = ActType.REVERSED.equals(draft.act()) ? reversed(draft) : null;
        for (Projection projection : this.projections) {
            projection.apply(this.session, entry, reversed);
        }
    }

    private LedgerEntry reversed(EntryDraft draft)
    {
        LedgerEntry reversed = draft.reverses() == null ? null : this.session.get(LedgerEntry.class, draft.reverses());
        if (reversed == null || !reversed.getWiki().equals(draft.wiki())) {
            throw new IllegalArgumentException("No entry [" + draft.reverses() + "] to reverse.");
        }
        if (this.acts.find(reversed.getActName()).filter(act -> !act.isReversible()).isPresent()) {
            throw new IllegalArgumentException("Entry [" + draft.reverses() + "] of type " + reversed.getActName()
                + " cannot be reversed.");
        }
        this.session.evict(reversed);
        return reversed;
    }
}
