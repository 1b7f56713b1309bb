/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Checkpoint of a consumer that stores it in the database. A writing consumer locks its row. */
@Entity
@Table(name = "cop_follower")
public class CheckpointRow
{
    @Id
    @Column(name = "follower_name", length = 40)
    String name;

    /** The sequence of the last entry processed for good. */
    @Column(name = "place", nullable = false)
    long sequence;

    /** For Hibernate. */
    protected CheckpointRow()
    {
    }

    CheckpointRow(String name, long sequence)
    {
        this.name = name;
        this.sequence = sequence;
    }
}
