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

/** A link from a question to a related one. */
@Entity
@IdClass(LinkRow.Key.class)
@Table(name = "cop_link")
public class LinkRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID question;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID other;

    /** For Hibernate. */
    protected LinkRow()
    {
    }

    LinkRow(String wiki, UUID question, UUID other)
    {
        this.wiki = wiki;
        this.question = question;
        this.other = other;
    }

    /** The primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private UUID question;

        private UUID other;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, UUID question, UUID other)
        {
            this.wiki = wiki;
            this.question = question;
            this.other = other;
        }

        @Override
        public boolean equals(Object object)
        {
            return object instanceof Key key && Objects.equals(this.wiki, key.wiki)
                && Objects.equals(this.question, key.question) && Objects.equals(this.other, key.other);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.question, this.other);
        }
    }
}
