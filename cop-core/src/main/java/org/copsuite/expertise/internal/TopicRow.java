/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.copsuite.ledger.RowKey;
import org.hibernate.annotations.Type;

/** A declared topic of a person. */
@Entity
@IdClass(RowKey.class)
@Table(name = "cop_topic")
public class TopicRow
{
    @Id
    @Column(length = 64)
    String wiki;

    /** The subject, from {@code ExpertiseService#topicSubject}. */
    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID id;

    @Column(nullable = false, length = 255)
    String person;

    @Column(nullable = false, length = 100)
    String topic;

    /** The ordinal of the level. */
    @Column(name = "topic_level", nullable = false)
    int level;

    @Column(nullable = false, length = 500)
    String note;

    /** When it was declared, since it was last retracted. */
    @Column(name = "declared_at", nullable = false)
    long at;

    /** The sequence of the entry that declared it then; decides between equal times. */
    @Column(name = "place", nullable = false)
    long sequence;

    /** For Hibernate. */
    protected TopicRow()
    {
    }

    TopicRow(String wiki, UUID id)
    {
        this.wiki = wiki;
        this.id = id;
    }
}
