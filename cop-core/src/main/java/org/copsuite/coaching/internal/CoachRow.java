/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** Somebody who helps with first questions. Counts while the person has been a member since. */
@Entity
@Table(name = "cop_coach")
public class CoachRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 255)
    String person;

    /** The sequence of its entry: one who leaves the community and comes back has to say it again. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    /** For Hibernate. */
    protected CoachRow()
    {
    }

    CoachRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
