/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;

/**
 * How far a question was brought to people: the entry that was processed last, and the tags that the question had. It is
 * no projection; without it, the next edit of the question brings it to people once more, and tells nobody twice.
 */
@Entity
@Table(name = "cop_routing")
public class RoutingRow extends IdentifiedRow
{
    static final int TAGS_MAXIMUM = 1000;

    /** Tags that were routed by, each between two blanks. */
    @Column(nullable = false, length = TAGS_MAXIMUM)
    String tags;

    /** How many people had the question when it was brought to further people for their sake. */
    @Column(nullable = false)
    int needed;

    /** The sequence of the entry that was processed last. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    /** For Hibernate. */
    protected RoutingRow()
    {
    }

    RoutingRow(String wiki, UUID question)
    {
        super(wiki, question);
    }
}
