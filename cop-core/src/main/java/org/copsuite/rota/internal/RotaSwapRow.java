/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A proposal to swap two dates. */
@Entity
@Table(name = "cop_rota_swap")
public class RotaSwapRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID rota;

    @Column(nullable = false, length = 255)
    String proposer;

    @Column(nullable = false, length = 255)
    String asked;

    /** The date of the proposer, as epoch day. */
    @Column(name = "first_day", nullable = false)
    int firstDay;

    /** The date of who is asked, as epoch day. */
    @Column(name = "second_day", nullable = false)
    int secondDay;

    /** The act that answered or withdrew it; {@code null} before. */
    @Column(name = "answer_act", length = 40)
    String answer;

    /** For Hibernate. */
    protected RotaSwapRow()
    {
    }

    RotaSwapRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
