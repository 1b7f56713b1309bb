/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/**
 * A tick of a checklist. Its id derives from the milestone and the text of the item, so that an item has one tick at
 * most, and a tick stays with its text when the checklist is sorted.
 */
@Entity
@Table(name = "cop_milestone_tick")
public class MilestoneTickRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID milestone;

    @Column(name = "ticked_by", nullable = false, length = 255)
    String by;

    @Column(name = "ticked_at", nullable = false)
    long at;

    /** The sequence of its entry, for reversing. */
    @Column(name = "place", nullable = false)
    long sequence;

    /** For Hibernate. */
    protected MilestoneTickRow()
    {
    }

    MilestoneTickRow(String wiki, UUID milestone, String item)
    {
        super(wiki, idOf(milestone, item));
        this.milestone = milestone;
    }

    static UUID idOf(UUID milestone, String item)
    {
        return UUID.nameUUIDFromBytes((milestone + "/" + item).getBytes(StandardCharsets.UTF_8));
    }
}
