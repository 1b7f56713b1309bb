/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A comment on a question or an answer. */
@Entity
@Table(name = "cop_comment")
public class CommentRow extends IdentifiedRow
{
    /** The question or answer that the comment belongs to. */
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID post;

    /** The question of the thread. */
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID question;

    @Column(nullable = false, length = 255)
    String author;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String body;

    @Column(nullable = false)
    long created;

    /** The sequence of the entry that created it; breaks ties of equal times. */
    @Column(name = "place", nullable = false)
    long sequence;

    @Column(nullable = false)
    boolean deleted;
}
