/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A comment on a held question. */
@Entity
@Table(name = "cop_held_comment")
public class HeldCommentRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID held;

    /** Its position among the comments of its question, from 1. */
    @Column(name = "comment_number", nullable = false)
    int number;

    @Column(nullable = false, length = 255)
    String author;

    /** In milliseconds of the epoch. */
    @Column(nullable = false)
    long created;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String body;

    /** For Hibernate. */
    protected HeldCommentRow()
    {
    }

    HeldCommentRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
