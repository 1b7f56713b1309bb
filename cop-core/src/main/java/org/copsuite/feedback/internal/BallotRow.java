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

/** An open ballot: who chose what. */
@Entity
@Table(name = "cop_poll_ballot")
@IdClass(BallotRow.Key.class)
public class BallotRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID poll;

    @Id
    @Column(length = 255)
    String person;

    @Column(nullable = false, length = 100)
    String choices;

    /** For Hibernate. */
    protected BallotRow()
    {
    }

    BallotRow(Key key, String choices)
    {
        this.wiki = key.wiki;
        this.poll = key.poll;
        this.person = key.person;
        this.choices = choices;
    }

    /** Primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private UUID poll;

        private String person;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, UUID poll, String person)
        {
            this.wiki = wiki;
            this.poll = poll;
            this.person = person;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki) && Objects.equals(this.poll, key.poll)
                && Objects.equals(this.person, key.person);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.poll, this.person);
        }
    }
}
