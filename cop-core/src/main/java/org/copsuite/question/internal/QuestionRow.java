/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/**
 * A question as lists and its page show it. Title, text, tags, place and version come from its page; all else from the
 * ledger.
 */
@Entity
@DynamicUpdate
@Table(name = "cop_question")
public class QuestionRow extends PostRow
{
    @Column(nullable = false, length = 255)
    String title;

    /** The first words of the text, plain. */
    @Column(nullable = false, length = 255)
    String summary;

    /** Its tags, each between two blanks: {@code " a b "}. */
    @Column(nullable = false, length = 1000)
    String tags;

    /** The page that it is about, with its wiki; {@code null} for none. */
    @Column(length = 768)
    String about;

    /** When it was asked, answered, edited or commented last; small corrections do not count. */
    @Column(nullable = false)
    long active;

    /** The row of the ledger that says so. */
    @Column(name = "active_place", nullable = false)
    long activeSequence;

    @Column(nullable = false)
    int answers;

    /** How many of the answers are accepted. */
    @Column(nullable = false)
    int accepted;

    @Column(nullable = false)
    int views;

    @Column(nullable = false)
    double hot;

    @Column(nullable = false)
    boolean closed;

    @Column(name = "closing_reason", length = 20)
    String closingReason;

    @Column(name = "closed_by", length = 255)
    String closedBy;

    @Column(name = "closed_at")
    Long closedAt;

    @Type(type = "uuid-char")
    @Column(name = "duplicate_of", length = 36)
    UUID duplicateOf;

    @Override
    UUID thread()
    {
        return this.id;
    }
}
