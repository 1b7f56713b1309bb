/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.time.LocalDate;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.copsuite.wiki.UserId;
import org.hibernate.annotations.Type;

/**
 * The owner and the date of an item of a checklist. Its id is the one of the item's tick: it stays with the text of the
 * item.
 */
@Entity
@Table(name = "cop_milestone_item")
public class MilestoneItemRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID milestone;

    @Column(name = "owned_by", length = 255)
    String owner;

    /** A day of the epoch. */
    @Column(name = "due_day")
    Long due;

    /** For Hibernate. */
    protected MilestoneItemRow()
    {
    }

    MilestoneItemRow(String wiki, UUID milestone, String item)
    {
        super(wiki, MilestoneTickRow.idOf(milestone, item));
        this.milestone = milestone;
    }

    UserId owner()
    {
        return this.owner == null ? null : new UserId(this.owner);
    }

    LocalDate due()
    {
        return this.due == null ? null : LocalDate.ofEpochDay(this.due);
    }
}
