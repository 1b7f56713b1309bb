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

/** A tag of a question. */
@Entity
@IdClass(QuestionTagRow.Key.class)
@Table(name = "cop_question_tag")
public class QuestionTagRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Column(length = 100)
    String tag;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID question;

    /** For Hibernate. */
    protected QuestionTagRow()
    {
    }

    QuestionTagRow(String wiki, String tag, UUID question)
    {
        this.wiki = wiki;
        this.tag = tag;
        this.question = question;
    }

    /** The primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private String tag;

        private UUID question;

        /** For Hibernate. */
        public Key()
        {
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki)
                && Objects.equals(this.tag, key.tag) && Objects.equals(this.question, key.question);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.tag, this.question);
        }
    }
}
