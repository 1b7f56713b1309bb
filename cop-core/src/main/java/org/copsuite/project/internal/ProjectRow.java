/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.util.List;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.copsuite.wiki.UserId;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/**
 * A project as lists and its page show it. Title, text, people, location and version come from its page, everything else
 * from the ledger.
 */
@Entity
@DynamicUpdate
@Table(name = "cop_project")
public class ProjectRow extends IdentifiedRow
{
    @Column(nullable = false, length = 768)
    String page;

    /** The deciding space of the page. */
    @Column(nullable = false, length = 768)
    String space;

    @Column(name = "own_rights", nullable = false)
    boolean ownRights;

    /** The community that started it. */
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 255)
    String title;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String body;

    /** The ids of its people, one a line. */
    @Type(type = "text")
    @Column(nullable = false)
    String people;

    /** The version of the page from which the row was computed. */
    @Column(nullable = false, length = 40)
    String version;

    @Column(nullable = false, length = 255)
    String author;

    @Column(nullable = false)
    long created;

    /** The sequence of the entry that started it. */
    @Column(name = "place", nullable = false)
    long sequence;

    /** The sequence of the entry that ended it, for reversing; {@code null} if it is under way. */
    @Column(name = "ended_by")
    Long endedSequence;

    /** The position in lists: those under way first, the latest first. */
    @Column(name = "list_order", nullable = false)
    long order;

    @Column(nullable = false)
    boolean deleted;

    /** For Hibernate. */
    protected ProjectRow()
    {
    }

    ProjectRow(String wiki, UUID id)
    {
        super(wiki, id);
    }

    List<UserId> people()
    {
        return this.people.lines().map(UserId::new).toList();
    }
}
