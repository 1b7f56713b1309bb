/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.copsuite.ledger.Counters.Bucket;
import org.copsuite.ledger.Counters.Scope;
import org.hibernate.annotations.Type;

/** A number of a counter. Wherever there is the row of a day, there is that of all days. */
@Entity
@IdClass(CounterRow.Key.class)
@Table(name = "cop_counter")
public class CounterRow
{
    @Id
    @Column(length = 64)
    String wiki;

    /** The id of the scope. */
    @Id
    @Column(name = "scope_id", length = 255)
    String id;

    @Id
    @Column(name = "scope_type", length = 20)
    String type;

    @Id
    @Column(length = 40)
    String name;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID community;

    /** Days since 1970-01-01, UTC. */
    @Id
    @Column(name = "epoch_day")
    int day;

    @Column(nullable = false)
    int total;

    /** For Hibernate. */
    protected CounterRow()
    {
    }

    CounterRow(Scope scope, Bucket bucket, int day, int total)
    {
        this.wiki = scope.wiki().value();
        this.type = scope.type();
        this.id = scope.id();
        this.name = bucket.counter().name();
        this.community = bucket.community().value();
        this.day = day;
        this.total = total;
    }

    /** Primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private String id;

        private String type;

        private String name;

        private UUID community;

        private int day;

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki) && Objects.equals(this.id, key.id)
                && Objects.equals(this.type, key.type) && Objects.equals(this.name, key.name)
                && Objects.equals(this.community, key.community) && this.day == key.day;
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.id, this.type, this.name, this.community, this.day);
        }
    }
}
