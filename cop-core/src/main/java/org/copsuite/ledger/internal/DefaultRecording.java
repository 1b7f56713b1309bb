/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.util.ArrayList;
import java.util.List;

import org.copsuite.ledger.Act;
import org.copsuite.ledger.Deed;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.LedgerView;
import org.hibernate.Session;
import org.hibernate.query.Query;

/**
 * One transaction on the ledger. The row of the head is locked by an update when the first deed gets its place, and from
 * then on to the commit: so rows become visible in the order of their places, and a follower never misses one.
 */
class DefaultRecording implements Ledger.Recording
{
    private final Session session;

    private final List<LedgerView> views;

    private final List<Deed> pending = new ArrayList<>();

    /** The last place given, -1 while the head is not held. */
    private long place = -1;

    private long before = -1;

    DefaultRecording(Session session, List<LedgerView> views)
    {
        this.session = session;
        this.views = views;
    }

    @Override
    public Session session()
    {
        return this.session;
    }

    @Override
    public void append(Deed deed)
    {
        this.pending.add(deed);
    }

    @Override
    public void flush()
    {
        hold();
        List<Deed> deeds = List.copyOf(this.pending);
        this.pending.clear();
        for (Deed deed : deeds) {
            if (!stands(deed)) {
                write(deed);
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
        return this.place > this.before;
    }

    private void hold()
    {
        if (this.place < 0) {
            this.session.createQuery("update LedgerHead set place = place + 0 where id = :id")
                .setParameter("id", LedgerHead.ONLY).executeUpdate();
            this.place = this.session.createQuery("select place from LedgerHead where id = :id", Long.class)
                .setParameter("id", LedgerHead.ONLY).getSingleResult();
            this.before = this.place;
        }
    }

    /** Whatever the work wrote, others see it together with this. */
    private void changed()
    {
        Query<?> head = this.session.createQuery("update LedgerHead set changes = changes + 1"
            + (hasWritten() ? ", place = :place" : "") + " where id = :id").setParameter("id", LedgerHead.ONLY);
        if (hasWritten()) {
            head.setParameter("place", this.place);
        }
        head.executeUpdate();
    }

    private boolean stands(Deed deed)
    {
        return !this.session
            .createQuery("select place from LedgerEntry where wiki = :wiki and origin = :origin", Long.class)
            .setParameter("wiki", deed.wiki()).setParameter("origin", deed.origin()).getResultList().isEmpty();
    }

    private void write(Deed deed)
    {
        LedgerEntry entry = new LedgerEntry(++this.place, deed);
        this.session.persist(entry);
        this.session.flush();
        // Kept out of the session, which otherwise is searched for changes before each statement of a long import.
        this.session.evict(entry);
        LedgerEntry undone = Act.UNDONE.equals(deed.act()) ? undone(deed) : null;
        for (LedgerView view : this.views) {
            view.apply(this.session, entry, undone);
        }
    }

    private LedgerEntry undone(Deed deed)
    {
        LedgerEntry undone = deed.undoes() == null ? null : this.session.get(LedgerEntry.class, deed.undoes());
        if (undone == null || !undone.getWiki().equals(deed.wiki())) {
            throw new IllegalArgumentException("No row " + deed.undoes() + " to be undone.");
        }
        this.session.evict(undone);
        return undone;
    }
}
