/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/**
 * A community that owns a project beside the one that started it, or that was asked to. Its id derives from both, so
 * that a community is an owner once.
 */
@Entity
@Table(name = "cop_project_owner")
public class ProjectOwnerRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID project;

    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    /** Who asked. */
    @Column(name = "asked_by", nullable = false, length = 255)
    String by;

    /** The sequence of the entry that asked, for reversing. */
    @Column(name = "place", nullable = false)
    long sequence;

    /** The sequence of the entry that accepted, for reversing; {@code null} before. */
    @Column(name = "accepted_by")
    Long acceptedSequence;

    /** For Hibernate. */
    protected ProjectOwnerRow()
    {
    }

    ProjectOwnerRow(String wiki, UUID project, CommunityId community)
    {
        super(wiki, idOf(project, community));
        this.project = project;
        this.community = community.value();
    }

    static UUID idOf(UUID project, CommunityId community)
    {
        return UUID.nameUUIDFromBytes((project + "/" + community).getBytes(StandardCharsets.UTF_8));
    }
}
