/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;

import org.hibernate.Session;
import org.xwiki.component.annotation.Role;

/**
 * A table computed from the ledger (and from pages), moved in the ledger's own transaction, and rebuildable key by key.
 * A component with a hint of its own; {@link #order()} decides who moves first.
 */
@Role
public interface Projection
{
    /** @return lower comes first; questions before answers before votes before points */
    int order();

    /**
     * Moves the view for a new row. Called in the ledger's transaction, before the row has its final place
     * ({@link LedgerEntry#getSequence()} is already what it will be).
     *
     * @param session the transaction
     * @param entry the row
     * @param reversed with act {@link ActType#REVERSED}, the row it takes back; otherwise {@code null}
     */
    void apply(Session session, LedgerEntry entry, LedgerEntry reversed);

    /**
     * @param session a transaction
     * @param wiki the wiki
     * @param after the last key of the list before, {@code ""} at the start
     * @param limit how many at most
     * @return the keys (of this view's own kind) to rebuild after that one, in order
     */
    List<String> keys(Session session, String wiki, String after, int limit);

    /**
     * Makes all rows of a key again from the ledger and the pages, whatever they say now. Other writers may go on
     * meanwhile; the result is the same as if every row had just been applied.
     *
     * @param session a transaction, committed by the caller
     * @param wiki the wiki
     * @param key one of {@link #keys}
     */
    void rebuild(Session session, String wiki, String key);
}
