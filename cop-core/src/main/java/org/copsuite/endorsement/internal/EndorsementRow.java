/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.copsuite.ledger.RowKey;
import org.hibernate.annotations.Type;

/** An endorsement, withdrawn or not. */
@Entity
@IdClass(RowKey.class)
@Table(name = "cop_endorsement")
public class EndorsementRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID id;

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
        this.wiki = wiki;
        this.id = id;
    }
}
