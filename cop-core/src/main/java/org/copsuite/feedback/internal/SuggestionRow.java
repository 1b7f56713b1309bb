/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.feedback.SuggestionService.State;
import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A suggestion. */
@Entity
@Table(name = "cop_suggestion")
public class SuggestionRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 255)
    String author;

    @Column(nullable = false, length = 500)
    String title;

    @Type(type = "text")
    @Column(nullable = false)
    String body;

    @Column(name = "suggested_at", nullable = false)
    long at;

    /** The sequence of its entry: it decides the order of those with equally many votes. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    @Column(nullable = false, length = 20)
    String state;

    @Column(nullable = false, length = 2000)
    String reason;

    @Column(nullable = false)
    int votes;

    @Column(nullable = false)
    boolean deleted;

    /** For Hibernate. */
    protected SuggestionRow()
    {
    }

    SuggestionRow(String wiki, UUID id)
    {
        super(wiki, id);
        this.state = State.NEW.name();
        this.reason = "";
    }

    State state()
    {
        return State.valueOf(this.state);
    }
}
