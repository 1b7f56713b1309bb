/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

import org.hibernate.annotations.Type;

/** The time in which a member held a role. */
@Entity
@Table(name = "cop_role_term")
public class RoleTermRow
{
    /** The sequence of the entry that began it. */
    @Id
    @Column(name = "place")
    long sequence;

    @Column(nullable = false, length = 64)
    String wiki;

    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 255)
    String person;

    /** The name of the role that every member has, or the id of one of the community's own. */
    @Column(name = "held_role", nullable = false, length = 36)
    String role;

    @Column(name = "since_at", nullable = false)
    long since;

    /** When it ended, {@code null} while it lasts. */
    @Column(name = "until_at")
    Long until;

    /** Who gave it. */
    @Column(name = "given_by", nullable = false, length = 255)
    String by;
}
