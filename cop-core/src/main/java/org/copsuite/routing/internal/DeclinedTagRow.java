/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.hibernate.annotations.Type;

/** A tag of a question that a person declined. */
@Entity
@IdClass(DeclinedTagRow.Key.class)
@Table(name = "cop_declined_tag")
public class DeclinedTagRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Column(length = 100)
    String tag;

    /** The id of the {@link RoutedRow}. */
    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID routed;

    @Column(nullable = false, length = 255)
    String person;

    /** For Hibernate. */
    protected DeclinedTagRow()
    {
    }

    DeclinedTagRow(String wiki, String tag, UUID routed, String person)
    {
        this.wiki = wiki;
        this.tag = tag;
        this.routed = routed;
        this.person = person;
    }

    /** Primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private String tag;

        private UUID routed;

        /** For Hibernate. */
        public Key()
        {
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki) && Objects.equals(this.tag, key.tag)
                && Objects.equals(this.routed, key.routed);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.tag, this.routed);
        }
    }
}
