/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.hibernate.annotations.Type;

/** Points of a person in a community on one day, or of all days ({@link #EVER}). */
@Entity
@IdClass(PointsRow.Key.class)
@Table(name = "cop_points")
public class PointsRow
{
    /** In place of a day: the sum of all days. */
    static final int EVER = -1;

    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Column(length = 255)
    String person;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID community;

    /** Days since 1970-01-01, UTC. */
    @Id
    @Column(name = "epoch_day")
    int day;

    /** Sum of the points that count toward the cap, before the cap. */
    @Column(nullable = false)
    int capped;

    /** Sum of the points that do not count toward the cap. */
    @Column(nullable = false)
    int uncapped;

    /** The points after the cap. */
    @Column(nullable = false)
    int points;

    /** The sequence of the last entry that earned points here. */
    @Column(nullable = false)
    long reached;

    /** For Hibernate. */
    protected PointsRow()
    {
    }

    PointsRow(String wiki, String person, UUID community, int day)
    {
        this.wiki = wiki;
        this.person = person;
        this.community = community;
        this.day = day;
    }

    PointsRow(Key key)
    {
        this(key.wiki, key.person, key.community, key.day);
    }

    /** Primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private String person;

        private UUID community;

        private int day;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, String person, UUID community, int day)
        {
            this.wiki = wiki;
            this.person = person;
            this.community = community;
            this.day = day;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki)
                && Objects.equals(this.person, key.person) && Objects.equals(this.community, key.community)
                && this.day == key.day;
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.person, this.community, this.day);
        }
    }
}
