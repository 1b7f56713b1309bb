/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.person.internal;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.copsuite.person.Absences.Absence;

/** The absence of a person. */
@Entity
@IdClass(AbsenceRow.Key.class)
@Table(name = "cop_absence")
public class AbsenceRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Column(length = 255)
    String person;

    /** Epoch day. */
    @Column(name = "first_day", nullable = false)
    int first;

    /** Epoch day. */
    @Column(name = "last_day", nullable = false)
    int last;

    Absence absence()
    {
        return new Absence(LocalDate.ofEpochDay(this.first), LocalDate.ofEpochDay(this.last));
    }

    /** Primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private String person;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, String person)
        {
            this.wiki = wiki;
            this.person = person;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki)
                && Objects.equals(this.person, key.person);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.person);
        }
    }
}
