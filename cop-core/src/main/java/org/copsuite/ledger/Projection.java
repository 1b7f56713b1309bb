/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;

import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Role;

/**
 * A table computed from the ledger (and from pages), updated in the ledger's own transaction and rebuildable key by
 * key. A component with a hint of its own; {@link #order()} decides the order of updates.
 */
@Role
public interface Projection
{
    /**
     * @return the position in the order of updates, lower first: questions before answers before votes before points
     */
    int order();

    /**
     * Updates the projection for a new entry, in the ledger's transaction.
     *
     * @param session the transaction
     * @param entry the entry, with its final sequence
     * @param reversed the entry that it reverses if its type is {@link ActType#REVERSED}, otherwise {@code null}
     */
    void apply(Session session, LedgerEntry entry, LedgerEntry reversed);

    /**
     * @param session a transaction
     * @param wiki the wiki
     * @param after the last key of the previous list, {@code ""} at the start
     * @param limit the maximum number of keys
     * @return the keys of this projection after that one, in order
     */
    List<String> keys(Session session, WikiId wiki, String after, int limit);

    /**
     * Computes all rows of a key again from the ledger and the pages. Others may write meanwhile; the result is the
     * same as if every entry had just been applied.
     *
     * @param session a transaction, committed by the caller
     * @param wiki the wiki
     * @param key one of {@link #keys}
     */
    void rebuild(Session session, WikiId wiki, String key);
}
