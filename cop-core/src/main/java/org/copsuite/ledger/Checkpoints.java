/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import org.hibernate.Session;
import org.xwiki.component.annotation.Role;

/** Stores the checkpoints of consumers in the database, one row for each. A writing consumer locks its row. */
@Role
public interface Checkpoints
{
    /**
     * @param consumer the name of a consumer, at most 40 characters
     * @param initial the checkpoint to store if there is none
     * @return the sequence of the last entry processed for good
     */
    long read(String consumer, long initial);

    /**
     * Stores that all entries up to a sequence were processed. Never moves a checkpoint back.
     *
     * @param consumer the name of a consumer
     * @param sequence the sequence
     */
    void advance(String consumer, long sequence);

    /**
     * Locks the checkpoint of a consumer until the end of the transaction, so that one node of a cluster writes at a
     * time.
     *
     * @param session the session of the transaction in which the consumer writes the result
     * @param consumer the name of the consumer
     * @param entry the entry that it processes
     * @return whether the entry is still to process; false if another node has processed it
     */
    boolean lock(Session session, String consumer, LedgerEntry entry);

    /**
     * Locks a row until the end of the transaction, as {@link #lock(Session, String, LedgerEntry)} does, for work that
     * follows no entries: one node of a cluster does it at a time.
     *
     * @param session the session of the transaction
     * @param name the name of the row, at most 40 characters
     */
    void lock(Session session, String name);
}
