/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.hibernate.annotations.Type;

/** A vote for a suggestion. */
@Entity
@Table(name = "cop_suggestion_vote")
@IdClass(BackingRow.Key.class)
public class BackingRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID suggestion;

    @Id
    @Column(length = 255)
    String person;

    /** The sequence of its entry, which a withdrawal reverses. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    /** For Hibernate. */
    protected BackingRow()
    {
    }

    BackingRow(Key key, long sequence)
    {
        this.wiki = key.wiki;
        this.suggestion = key.suggestion;
        this.person = key.person;
        this.sequence = sequence;
    }

    /** Primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private UUID suggestion;

        private String person;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, UUID suggestion, String person)
        {
            this.wiki = wiki;
            this.suggestion = suggestion;
            this.person = person;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki)
                && Objects.equals(this.suggestion, key.suggestion) && Objects.equals(this.person, key.person);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.suggestion, this.person);
        }
    }
}
