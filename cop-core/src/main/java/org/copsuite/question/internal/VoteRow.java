/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.hibernate.annotations.Type;

/** The current vote of a person on a post. */
@Entity
@IdClass(VoteRow.Key.class)
@Table(name = "cop_vote")
public class VoteRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID post;

    @Id
    @Column(length = 255)
    String voter;

    /** +1 or -1. */
    @Column(name = "vote_value", nullable = false)
    int value;

    /** The sequence of the entry that cast it, for reversing. */
    @Column(name = "place", nullable = false)
    long sequence;

    @Column(name = "cast_at", nullable = false)
    long at;

    /** The primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private UUID post;

        private String voter;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, UUID post, String voter)
        {
            this.wiki = wiki;
            this.post = post;
            this.voter = voter;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki)
                && Objects.equals(this.post, key.post) && Objects.equals(this.voter, key.voter);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.post, this.voter);
        }
    }
}
