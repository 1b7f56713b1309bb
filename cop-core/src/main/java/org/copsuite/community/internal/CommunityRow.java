/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;


import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Preparation;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/** A community as lists and pages show it. */
@Entity
@DynamicUpdate
@Table(name = "cop_community")
public class CommunityRow extends IdentifiedRow
{
    /** Its home page. */
    @Column(nullable = false, length = 768)
    String page;

    /** Its space. */
    @Column(name = "home_space", nullable = false, length = 768)
    String homeSpace;

    /** The deciding space of its home page. */
    @Column(nullable = false, length = 768)
    String space;

    @Column(name = "own_rights", nullable = false)
    boolean ownRights;

    @Column(nullable = false, length = 255)
    String title;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String purpose;

    /** Its topics, each between two blanks: {@code " a b "}. */
    @Column(nullable = false, length = 1000)
    String domains;

    /** The visibility from the ledger: OPEN or PRIVATE. */
    @Column(nullable = false, length = 20)
    String access;

    /** How people join, from the ledger; {@code null} if nobody has chosen it. Read it with {@link #joining()}. */
    @Column(length = 20)
    String joining;

    /** What a community in preparation becomes, from the ledger; {@code null} if it is live. */
    @Column(length = 40)
    String preparation;

    @Column(nullable = false)
    int members;

    @Column(nullable = false)
    int questions;

    @Column(nullable = false)
    int answers;

    @Column(nullable = false)
    long created;

    /** The sequence of the entry of the founding; decides between equal times. */
    @Column(name = "place", nullable = false)
    long sequence;

    /** The time of the last activity, in milliseconds of the epoch. */
    @Column(nullable = false)
    long active;

    /** The sequence of the last activity, which decides between equal times. */
    @Column(name = "active_place", nullable = false)
    long activeSequence;

    /** The version of the home page from which the row was computed. */
    @Column(nullable = false, length = 40)
    String version;

    /** Whether no active account facilitates the community. */
    @Column(nullable = false)
    boolean unfacilitated;

    @Column(nullable = false)
    boolean deleted;

    /** @return what a community in preparation becomes, {@code null} if it is live */
    Preparation preparation()
    {
        return this.preparation == null ? null : CommunityActs.readPreparation(this.preparation);
    }

    /** @return how people join */
    Joining joining()
    {
        return this.joining == null ? Joining.usual(Visibility.valueOf(this.access)) : Joining.valueOf(this.joining);
    }
}
