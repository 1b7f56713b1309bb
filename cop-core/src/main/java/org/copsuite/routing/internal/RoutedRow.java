/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A person who was asked to answer a question. Its id follows from both, so that there is one for each pair. */
@Entity
@Table(name = "cop_routed")
public class RoutedRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID question;

    @Column(nullable = false, length = 255)
    String person;

    /** Who named the person, {@code null} if the suite told them. */
    @Column(name = "named_by", length = 255)
    String namedBy;

    /** The answered question that the reason names, {@code null} for none. */
    @Type(type = "uuid-char")
    @Column(name = "similar_to", length = 36)
    UUID similar;

    /** The sequence of the entry, whose detail has the reason. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    /** The reason as its entry stores it, {@code null} for a person who was named. */
    @Column(length = 1000)
    String reason;

    @Column(nullable = false)
    boolean declined;

    @Column(name = "asked_at", nullable = false)
    long at;

    /** For Hibernate. */
    protected RoutedRow()
    {
    }

    RoutedRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
