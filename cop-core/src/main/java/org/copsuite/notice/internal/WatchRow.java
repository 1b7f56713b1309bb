/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.io.Serializable;
import java.util.Objects;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.copsuite.notice.WatchTarget;
import org.copsuite.wiki.UserId;

/** A person's choice about watching a target. */
@Entity
@IdClass(WatchRow.Key.class)
@Table(name = "cop_watch")
public class WatchRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Column(name = "watched_type", length = 20)
    String type;

    @Id
    @Column(length = 64)
    String target;

    @Id
    @Column(length = 255)
    String person;

    /** False for somebody who would watch the target without a choice, and chose not to. */
    @Column(nullable = false)
    boolean watching;

    /** For Hibernate. */
    protected WatchRow()
    {
    }

    WatchRow(WatchTarget what, UserId person, boolean watching)
    {
        this.wiki = what.wiki().value();
        this.type = what.type();
        this.target = what.target();
        this.person = person.value();
        this.watching = watching;
    }

    /** Primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private String type;

        private String target;

        private String person;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(WatchTarget what, UserId person)
        {
            this.wiki = what.wiki().value();
            this.type = what.type();
            this.target = what.target();
            this.person = person.value();
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki) && Objects.equals(this.type, key.type)
                && Objects.equals(this.target, key.target) && Objects.equals(this.person, key.person);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.type, this.target, this.person);
        }
    }
}
