/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;


import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/**
 * The sum of all anonymous answers to a survey. One row for all of them: single answers are not stored, and no row, and
 * no version of a row, belongs to one of them.
 */
@Entity
@Table(name = "cop_tally")
public class TallyRow extends IdentifiedRow
{
    @Column(nullable = false)
    int answers;

    /** Whether {@link #content} is encrypted, which it is until the survey closes. */
    @Column(nullable = false)
    boolean sealed;

    /** The sum, as {@link Tally#write()} writes it. */
    @Type(type = "text")
    @Column(nullable = false)
    String content;

    /** For Hibernate. */
    protected TallyRow()
    {
    }

    TallyRow(Survey survey)
    {
        super(survey.wiki().value(), survey.id());
        this.sealed = true;
    }
}
