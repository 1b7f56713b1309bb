/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/** A draft of a community. What its founder types is no act, so no projection computes it. */
@Entity
@DynamicUpdate
@Table(name = "cop_founding")
public class FoundingRow extends IdentifiedRow
{
    @Column(nullable = false, length = 255)
    String founder;

    /** The page of the template, {@code null} for none. */
    @Column(length = 768)
    String template;

    @Column(nullable = false, length = 255)
    String title;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String purpose;

    /** Topics, between blanks. */
    @Column(nullable = false, length = 4000)
    String domains;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String welcome;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String guidelines;

    /** One person a line: the role, a blank and the id. */
    @Type(type = "text")
    @Column(nullable = false)
    String people;

    /** When it was changed last, in milliseconds of the epoch. */
    @Column(nullable = false)
    long updated;

    /** Whether the community was made: then the row only keeps its template, until it is launched or expires. */
    @Column(nullable = false)
    boolean done;

    /** For Hibernate. */
    protected FoundingRow()
    {
    }

    FoundingRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
