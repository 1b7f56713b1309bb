/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A question that was published after a coach had commented on it. */
@Entity
@Table(name = "cop_coached")
public class CoachedRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID question;

    /** For Hibernate. */
    protected CoachedRow()
    {
    }

    CoachedRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
