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

import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.annotations.Type;

/** A person who has the same question as its asker. Its key makes it unique per person and question. */
@Entity
@IdClass(NeedRow.Key.class)
@Table(name = "cop_need")
public class NeedRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID question;

    @Id
    @Column(length = 255)
    String person;

    /** Whether others may see the person: not who said it while the question was anonymous. */
    @Column(nullable = false)
    boolean named;

    /** The sequence of the entry that says so, for reversing. */
    @Column(name = "place", nullable = false)
    long sequence;

    /** The primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private UUID question;

        private String person;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(WikiId wiki, UUID question, UserId person)
        {
            this.wiki = wiki.value();
            this.question = question;
            this.person = person.value();
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki)
                && Objects.equals(this.question, key.question) && Objects.equals(this.person, key.person);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.question, this.person);
        }
    }
}
