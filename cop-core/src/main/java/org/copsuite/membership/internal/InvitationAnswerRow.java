/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.hibernate.annotations.Type;

/** The answer of a person to an invitation. */
@Entity
@IdClass(InvitationAnswerRow.Key.class)
@Table(name = "cop_invitation_answer")
public class InvitationAnswerRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID invitation;

    @Id
    @Column(length = 255)
    String person;

    @Column(nullable = false)
    boolean accepted;

    /** The primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private UUID invitation;

        private String person;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, UUID invitation, String person)
        {
            this.wiki = wiki;
            this.invitation = invitation;
            this.person = person;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki)
                && Objects.equals(this.invitation, key.invitation) && Objects.equals(this.person, key.person);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.invitation, this.person);
        }
    }
}
