/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;

/** A declared topic of a person; the id comes from {@code ExpertiseService#topicSubject}. */
@Entity
@Table(name = "cop_topic")
public class TopicRow extends IdentifiedRow
{
    @Column(nullable = false, length = 255)
    String person;

    @Column(nullable = false, length = 100)
    String topic;

    /** The ordinal of the level. */
    @Column(name = "topic_level", nullable = false)
    int level;

    @Column(nullable = false, length = 500)
    String note;

    /** What the person offers: names of {@code Offer} between blanks. */
    @Column(nullable = false, length = 100)
    String offers = "";

    /** The references of the pages that show it, a line each. */
    @Column(nullable = false, length = 2400)
    String evidence = "";

    /** When it was declared, since it was last retracted. */
    @Column(name = "declared_at", nullable = false)
    long at;

    /** The sequence of the entry that declared it then; decides between equal times. */
    @Column(name = "place", nullable = false)
    long sequence;

    /** The sequence of the entry that declared or changed it last: its version. */
    @Column(name = "changed_place", nullable = false)
    long changed;

    /** For Hibernate. */
    protected TopicRow()
    {
    }

    TopicRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
