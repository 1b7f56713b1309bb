/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** Thanks from one person to another. */
@Entity
@Table(name = "cop_thanks")
public class ThanksRow extends IdentifiedRow
{
    @Column(nullable = false, length = 255)
    String thanker;

    @Column(nullable = false, length = 255)
    String thanked;

    /** The community, {@code null} for none. */
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID community;

    /** The question or answer, {@code null} for none. */
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID post;

    @Column(nullable = false, length = 1000)
    String message;

    @Column(name = "thanked_at", nullable = false)
    long at;

    /** The place of its row in the ledger: what came first where times are equal. */
    @Column(name = "place", nullable = false)
    long sequence;

    @Column(nullable = false)
    boolean withdrawn;

    /** For Hibernate. */
    protected ThanksRow()
    {
    }

    ThanksRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
