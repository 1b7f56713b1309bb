/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.copsuite.spi.NoticeTargets.StoredNotice;
import org.copsuite.spi.NoticeType;
import org.copsuite.wiki.UserId;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/** A notice of an entry to a person. Its key makes it unique per person and entry. */
@Entity
@DynamicUpdate
@IdClass(NoticeRow.Key.class)
@Table(name = "cop_notice")
public class NoticeRow
{
    /** Number of tries, hours apart in the end, before delivery gives up. */
    private static final int TRIES = 10;

    @Id
    @Column(length = 64)
    String wiki;

    /** The recipient. */
    @Id
    @Column(length = 255)
    String person;

    /** The sequence of the entry. */
    @Id
    @Column(name = "place")
    long sequence;

    /** The name of its type, perhaps of one that no component contributes any more. */
    @Column(name = "kind", nullable = false, length = NoticeType.NAME_MAXIMUM)
    String type;

    @Column(nullable = false, length = 255)
    String actor;

    /** The subject of the entry. */
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID subject;

    /** What the notice is about beside the subject, {@code null} for nothing. */
    @Type(type = "uuid-char")
    @Column(name = "post", length = 36)
    UUID about;

    @Column(name = "done_at", nullable = false)
    long at;

    /** The group of recipients within the entry, from 0: a group is dispatched at once. */
    @Column(nullable = false)
    int batch;

    /** Whether it is marked as read. */
    @Column(nullable = false)
    boolean seen;

    /** When it is to be dispatched or mailed; {@code null} if nothing is left to do. */
    @Column
    Long due;

    /** Number of tries so far. */
    @Column(nullable = false)
    int tries;

    /** @return when to retry after a failed try; {@code null} to give up */
    Long retryAt()
    {
        return this.tries >= TRIES ? null
            : Long.valueOf(System.currentTimeMillis() + Duration.ofMinutes(1L << this.tries).toMillis());
    }

    /** Returns what the type of the notice gets of it. */
    StoredNotice stored()
    {
        return new StoredNotice(this.type, this.sequence, new UserId(this.actor), this.subject, this.about);
    }

    /** Primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private String person;

        private long sequence;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, String person, long sequence)
        {
            this.wiki = wiki;
            this.person = person;
            this.sequence = sequence;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && this.sequence == key.sequence && Objects.equals(this.wiki, key.wiki)
                && Objects.equals(this.person, key.person);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.person, this.sequence);
        }
    }
}
