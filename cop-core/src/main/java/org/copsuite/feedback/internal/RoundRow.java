/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A round of the pulse survey of a community. */
@Entity
@Table(name = "cop_pulse_round")
public class RoundRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    /** The facilitator in whose name it was opened. */
    @Column(nullable = false, length = 255)
    String opener;

    /** The first day on which one can answer, as epoch day. */
    @Column(name = "opens_on", nullable = false)
    int opensOn;

    /** The last one. */
    @Column(name = "closes_on", nullable = false)
    int closesOn;

    /** The sequence of its entry: it decides the order. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    /** Whether its end is recorded, which is after the last day at the latest. */
    @Column(nullable = false)
    boolean closed;

    /** For Hibernate. */
    protected RoundRow()
    {
    }

    RoundRow(String wiki, UUID id)
    {
        super(wiki, id);
    }

    /** @return whether one can answer now */
    boolean isOpen()
    {
        return !this.closed && this.closesOn >= PollRow.today();
    }
}
