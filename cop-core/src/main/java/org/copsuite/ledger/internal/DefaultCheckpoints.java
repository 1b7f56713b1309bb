/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.ledger.Checkpoints;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Stores checkpoints in {@code cop_follower}. */
@Component
@Singleton
public class DefaultCheckpoints implements Checkpoints
{
    @Inject
    private Ledger ledger;

    @Override
    public long read(String consumer, long initial)
    {
        long[] sequence = new long[1];
        this.ledger.write(tx -> sequence[0] = locked(tx.session(), consumer, initial).sequence);
        return sequence[0];
    }

    @Override
    public void advance(String consumer, long sequence)
    {
        this.ledger.write(tx -> {
            CheckpointRow row = locked(tx.session(), consumer, sequence);
            row.sequence = Math.max(row.sequence, sequence);
        });
    }

    @Override
    public boolean lock(Session session, String consumer, LedgerEntry entry)
    {
        return locked(session, consumer, entry.getSequence() - 1).sequence < entry.getSequence();
    }

    @Override
    public void lock(Session session, String name)
    {
        locked(session, name, 0);
    }

    /** Locks the row of a consumer until the end of the transaction; creates it if it is missing. */
    private static CheckpointRow locked(Session session, String consumer, long sequence)
    {
        int there = session.createQuery("update CheckpointRow set sequence = sequence + 0 where name = :name")
            .setParameter("name", consumer).executeUpdate();
        if (there == 0) {
            session.persist(new CheckpointRow(consumer, sequence));
            session.flush();
        }
        return session.get(CheckpointRow.class, consumer);
    }
}
