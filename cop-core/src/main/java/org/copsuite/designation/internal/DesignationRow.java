/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A nomination or designation, whatever its state. */
@Entity
@Table(name = "cop_designation")
public class DesignationRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 255)
    String person;

    @Column(nullable = false, length = 100)
    String topic;

    @Column(nullable = false, length = 1000)
    String note;

    @Column(nullable = false, length = 20)
    String state;

    @Column(name = "nominated_at", nullable = false)
    long at;

    /** The sequence of the entry that nominated: it decides the order. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    /** For Hibernate. */
    protected DesignationRow()
    {
    }

    DesignationRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
