/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/**
 * A question as lists and its page show it. Title, text, tags, location and version come from its page, everything else
 * from the ledger.
 */
@Entity
@DynamicUpdate
@Table(name = "cop_question")
public class QuestionRow extends PostRow
{
    @Column(nullable = false, length = 255)
    String title;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String body;

    /** The first words of the text, plain. */
    @Column(nullable = false, length = 255)
    String summary;

    /** Its tags, each between two blanks: {@code " a b "}. */
    @Column(nullable = false, length = 1000)
    String tags;

    /** The reference of the page that it is about, including the wiki; {@code null} for none. */
    @Column(length = 768)
    String about;

    /**
     * When it was last asked, answered, edited or commented, in milliseconds of the epoch; minor edits do not count.
     */
    @Column(nullable = false)
    long active;

    /** The sequence of the entry of that activity; breaks ties of equal times. */
    @Column(name = "active_place", nullable = false)
    long activeSequence;

    @Column(nullable = false)
    int answers;

    /** The number of accepted answers. */
    @Column(nullable = false)
    int accepted;

    @Column(nullable = false)
    int views;

    /** The number of people who have the same question. */
    @Column(nullable = false)
    int needed;

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
