/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.OwnRoleDetail;
import org.hibernate.annotations.Type;

/** The membership of a person in a community. */
@Entity
@IdClass(MembershipRow.Key.class)
@Table(name = "cop_membership")
public class MembershipRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID community;

    @Id
    @Column(length = 255)
    String person;

    /** The name of the role. */
    @Column(name = "member_role", nullable = false, length = 20)
    String role;

    /** The order of the role. */
    @Column(name = "role_order", nullable = false)
    int roleOrder;

    /** The names of the permissions from roles of the community's own, between commas; empty without such a role. */
    @Column(nullable = false, length = 200)
    String granted;

    @Column(name = "since_at", nullable = false)
    long since;

    /** The sequence of the entry of joining; decides between equal times. */
    @Column(name = "place", nullable = false)
    long sequence;

    /** @return the role and the permissions of the member */
    Standing standing()
    {
        return new Standing(Role.valueOf(this.role), permissions());
    }

    /** @return what the roles of the member permit */
    Set<CommunityPermission> permissions()
    {
        Set<CommunityPermission> permissions = OwnRoleDetail.permissions(this.granted);
        permissions.addAll(Role.valueOf(this.role).permissions());
        if (permissions.contains(CommunityPermission.MODERATE)) {
            permissions.add(CommunityPermission.CURATE);
        }
        return permissions;
    }

    /** The primary key. */
    public static class Key implements Serializable
    {
        private static final long serialVersionUID = 1L;

        private String wiki;

        private UUID community;

        private String person;

        /** For Hibernate. */
        public Key()
        {
        }

        Key(String wiki, UUID community, String person)
        {
            this.wiki = wiki;
            this.community = community;
            this.person = person;
        }

        @Override
        public boolean equals(Object other)
        {
            return other instanceof Key key && Objects.equals(this.wiki, key.wiki)
                && Objects.equals(this.community, key.community) && Objects.equals(this.person, key.person);
        }

        @Override
        public int hashCode()
        {
            return Objects.hash(this.wiki, this.community, this.person);
        }
    }
}
