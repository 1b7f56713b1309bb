/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;

/** A question that was escalated. */
@Entity
@Table(name = "cop_escalation")
public class EscalationRow extends IdentifiedRow
{
    /** The position of the last step, from 0. */
    @Column(nullable = false)
    int step;

    @Column(name = "escalated_at", nullable = false)
    long at;

    /** For Hibernate. */
    protected EscalationRow()
    {
    }

    EscalationRow(String wiki, UUID question)
    {
        super(wiki, question);
    }
}
