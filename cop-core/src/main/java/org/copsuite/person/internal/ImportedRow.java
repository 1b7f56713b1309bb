/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.person.internal;

import java.io.Serializable;
import java.util.Objects;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.hibernate.annotations.Type;

/** A person who wrote in another system. */
@Entity
@IdClass(ImportedRow.Key.class)
@Table(name = "cop_person")
public class ImportedRow
{
    @Id
    @Column(length = 64)
    String wiki;

    /** {@code imported:<source>/<id there>}. */
    @Id
    @Column(length = 255)
    String id;

    @Column(nullable = false, length = 255)
    String name;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String about;

    @Column(name = "since_at", nullable = false)
    long since;

    /** The account that an administrator linked, or {@code null}. */
    @Column(length = 255)
    String account;

    /** Primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private String id;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, String id)
        {
            this.wiki = wiki;
            this.id = id;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki) && Objects.equals(this.id, key.id);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.id);
        }
    }
}
