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

/**
 * Says that a person has answered a secret poll or a round of the pulse survey, until it closes. The row has no time, no
 * number and no id that an answer has, too.
 */
@Entity
@Table(name = "cop_answered")
@IdClass(AnsweredRow.Key.class)
public class AnsweredRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID survey;

    @Id
    @Column(length = 255)
    String person;

    /** For Hibernate. */
    protected AnsweredRow()
    {
    }

    AnsweredRow(Key key)
    {
        this.wiki = key.wiki;
        this.survey = key.survey;
        this.person = key.person;
    }

    /** Primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private UUID survey;

        private String person;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, UUID survey, String person)
        {
            this.wiki = wiki;
            this.survey = survey;
            this.person = person;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki) && Objects.equals(this.survey, key.survey)
                && Objects.equals(this.person, key.person);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.survey, this.person);
        }
    }
}
