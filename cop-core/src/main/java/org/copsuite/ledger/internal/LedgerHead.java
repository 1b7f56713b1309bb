/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * The single row with the sequence of the last entry and the number of writing transactions, with or without entries.
 * Whoever locks it writes.
 */
@Entity
@Table(name = "cop_ledger_head")
public class LedgerHead
{
    /** The only id. */
    static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "place", nullable = false)
    private long sequence;

    @Column(nullable = false)
    private long changes;

    /** For Hibernate. */
    protected LedgerHead()
    {
    }

    long sequence()
    {
        return this.sequence;
    }
}
