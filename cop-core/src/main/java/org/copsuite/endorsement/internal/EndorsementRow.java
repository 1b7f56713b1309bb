/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** An endorsement, withdrawn or not. */
@Entity
@Table(name = "cop_endorsement")
public class EndorsementRow extends IdentifiedRow
{
    @Column(nullable = false, length = 255)
    String endorser;

    /** The endorsed person. */
    @Column(nullable = false, length = 255)
    String person;

    @Column(nullable = false, length = 100)
    String topic;

    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 1000)
    String reason;

    @Column(name = "endorsed_at", nullable = false)
    long at;

    /** The sequence of its entry: it decides the order. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    @Column(nullable = false)
    boolean withdrawn;

    /** For Hibernate. */
    protected EndorsementRow()
    {
    }

    EndorsementRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
