/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/** An answer as its question's page shows it. Text, place and version come from its page; all else from the ledger. */
@Entity
@DynamicUpdate
@Table(name = "cop_answer")
public class AnswerRow extends PostRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID question;

    @Column(nullable = false)
    boolean accepted;

    @Column(name = "accepted_at")
    Long acceptedAt;

    /** The ledger row that accepted it, to be undone; {@code null} where it is not accepted. */
    @Column(name = "accepted_place")
    Long acceptedSequence;

    @Override
    UUID thread()
    {
        return this.question;
    }
}
