/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.Set;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService.OwnRole;
import org.copsuite.community.OwnRoleDetail;
import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A role that a community has of its own. */
@Entity
@Table(name = "cop_own_role")
public class OwnRoleRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 200)
    String name;

    @Column(nullable = false, length = 2000)
    String responsibilities;

    /** The names of its permissions between commas. */
    @Column(nullable = false, length = 200)
    String permissions;

    /** The sequence of the entry that defined it: it decides the order. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    /** The sequence of the entry that changed it last. */
    @Column(name = "version_number", nullable = false)
    long version;

    @Column(nullable = false)
    boolean removed;

    /** For Hibernate. */
    protected OwnRoleRow()
    {
    }

    OwnRoleRow(String wiki, UUID id)
    {
        super(wiki, id);
    }

    Set<CommunityPermission> permissions()
    {
        return OwnRoleDetail.permissions(this.permissions);
    }

    OwnRole role()
    {
        return new OwnRole(this.id, this.name, this.responsibilities, permissions(), this.version);
    }
}
