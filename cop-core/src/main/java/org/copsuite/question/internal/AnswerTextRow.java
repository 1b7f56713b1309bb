/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.copsuite.wiki.WikiId;
import org.hibernate.annotations.Type;

/**
 * The text of an answer, with the key of its {@link AnswerRow}. It is apart from that row because HSQLDB reads and writes
 * whole rows: a vote on one of thousands of answers, or their order, would cost all their texts.
 */
@Entity
@Table(name = "cop_answer_text")
public class AnswerTextRow extends IdentifiedRow
{
    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String body;

    /** For Hibernate. */
    protected AnswerTextRow()
    {
    }

    AnswerTextRow(WikiId wiki, UUID id, String body)
    {
        super(wiki.value(), id);
        this.body = body;
    }
}
