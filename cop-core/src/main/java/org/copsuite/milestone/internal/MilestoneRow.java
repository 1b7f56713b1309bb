/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.wiki.UserId;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/**
 * A milestone as lists and its page show it. Title, text, date, people, checklist and target come from its page, state
 * and progress from the ledger.
 */
@Entity
@DynamicUpdate
@Table(name = "cop_milestone")
public class MilestoneRow extends IdentifiedRow
{
    @Column(nullable = false, length = 768)
    String page;

    /** The deciding space of the page. */
    @Column(nullable = false, length = 768)
    String space;

    @Column(name = "own_rights", nullable = false)
    boolean ownRights;

    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    /** What holds it inside the community; {@code null} for the community itself. */
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID holder;

    @Column(nullable = false, length = 255)
    String title;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String body;

    /** The version of the page from which the row was computed. */
    @Column(nullable = false, length = 40)
    String version;

    @Column(nullable = false, length = 255)
    String author;

    @Column(nullable = false)
    long created;

    /** The sequence of the entry that set it; decides between equal positions. */
    @Column(name = "place", nullable = false)
    long sequence;

    /** The due date as a day of the epoch, {@code null} if its page has none. */
    @Column(name = "due_day")
    Long due;

    @Column(name = "owned_by", length = 255)
    String owner;

    /** The ids of its people, one a line. */
    @Type(type = "text")
    @Column(nullable = false)
    String people;

    /** The checklist, one item a line. */
    @Type(type = "text")
    @Column(nullable = false)
    String items;

    /** The number of ticked items. */
    @Column(name = "items_done", nullable = false)
    int done;

    /** The number to reach in plain digits, {@code null} for none. */
    @Column(length = 20)
    String target;

    @Column(nullable = false, length = 40)
    String unit;

    /** The number that has been reached so far, in plain digits. */
    @Column(name = "reached_number", nullable = false, length = 20)
    String now;

    @Column(nullable = false, length = 20)
    String state;

    @Column(nullable = false, length = 1000)
    String reason;

    /** When it got its state. */
    @Column(nullable = false)
    long since;

    /** The sequence of the entry that reached it, for reversing; {@code null} if it is not reached. */
    @Column(name = "reached_by")
    Long reachedSequence;

    /** The position in lists, which {@link MilestonePages#place} computes. */
    @Column(name = "list_order", nullable = false)
    long order;

    @Column(nullable = false)
    boolean deleted;

    /** For Hibernate. */
    protected MilestoneRow()
    {
    }

    MilestoneRow(String wiki, UUID id)
    {
        super(wiki, id);
    }

    State state()
    {
        return State.valueOf(this.state);
    }

    UserId owner()
    {
        return this.owner == null ? null : new UserId(this.owner);
    }

    List<UserId> people()
    {
        return this.people.lines().map(UserId::new).toList();
    }

    List<String> items()
    {
        return this.items.lines().toList();
    }

    /** @return the owner and the people */
    Set<UserId> everybody()
    {
        List<UserId> all = new ArrayList<>(people());
        if (this.owner != null) {
            all.add(0, owner());
        }
        return new LinkedHashSet<>(all);
    }
}
