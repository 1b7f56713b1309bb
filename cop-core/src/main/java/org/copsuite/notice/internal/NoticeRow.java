/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.copsuite.wiki.Notice.Kind;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/** That a person is told of a row of the ledger; its key makes it once for each person and act. */
@Entity
@DynamicUpdate
@IdClass(NoticeRow.Key.class)
@Table(name = "cop_notice")
public class NoticeRow
{
    /** After so many tries, hours apart in the end, it is given up. */
    private static final int TRIES = 10;

    @Id
    @Column(length = 64)
    String wiki;

    /** Who is told. */
    @Id
    @Column(length = 255)
    String person;

    /** The row of the ledger. */
    @Id
    @Column(name = "place")
    long sequence;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    Kind kind;

    @Column(nullable = false, length = 255)
    String actor;

    /** What the row of the ledger is about: a question, an answer, a comment, thanks, a community. */
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID subject;

    /** The question or answer that decides who may view the notice; {@code null} where it is about none. */
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID post;

    @Column(name = "done_at", nullable = false)
    long at;

    /** Which of the row's groups of receivers, from 0: the wiki is handed a group at once. */
    @Column(nullable = false)
    int batch;

    /** Whether it is marked as read. */
    @Column(nullable = false)
    boolean seen;

    /** When it is to be handed to the wiki, or mailed; {@code null} where nothing is left to do. */
    @Column
    Long due;

    /** How often that was tried. */
    @Column(nullable = false)
    int tries;

    /** @return when it is tried again after a try that failed; {@code null} where it is given up */
    Long retryAt()
    {
        return this.tries >= TRIES ? null
            : Long.valueOf(System.currentTimeMillis() + Duration.ofMinutes(1L << this.tries).toMillis());
    }

    /** What is unique. */
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
