/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/**
 * An answer as the page of its question shows it, without its text, which {@link AnswerTextRow} holds. Location and
 * version come from its page, everything else from the ledger.
 */
@Entity
@DynamicUpdate
@Table(name = "cop_answer")
public class AnswerRow extends PostRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID question;

    /** When it was written or last edited, in milliseconds of the epoch; small corrections do not count. */
    @Column(nullable = false)
    long active;

    /** The sequence of that entry; decides between equal times. */
    @Column(name = "active_place", nullable = false)
    long activeSequence;

    @Column(nullable = false)
    boolean accepted;

    @Column(name = "accepted_at")
    Long acceptedAt;

    /** The sequence of the entry that accepted it, for reversing; {@code null} if it is not accepted. */
    @Column(name = "accepted_place")
    Long acceptedSequence;

    @Override
    UUID thread()
    {
        return this.question;
    }
}
