/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * The ledger's head, one row: the place of the last row of the ledger, and how many transactions have written, with a row
 * of the ledger or without. Who holds its lock is writing.
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
}
