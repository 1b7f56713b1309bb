/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.function.Predicate;

import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.CommunityId;

/** The groups of a community in the wiki. Their names derive from its id and are stored in the wiki. */
enum CommunityGroup
{
    /** All members: they view and take part. */
    MEMBERS("Members", Role.MEMBER, standing -> true),
    /** The facilitators: they have all rights but those of an administrator. */
    FACILITATORS("Facilitators", Role.FACILITATOR, Standing::facilitates),
    /** Other members who moderate, with the rights of facilitators. Created for the first of them. */
    MODERATORS("Moderators", Role.MODERATOR, Standing::moderates),
    /** Members who edit pages without moderating. Created for the first of them. */
    CURATORS("Curators", Role.CURATOR, Standing::curates);

    private final String suffix;

    private final Role role;

    private final Predicate<Standing> belongs;

    CommunityGroup(String suffix, Role role, Predicate<Standing> belongs)
    {
        this.suffix = suffix;
        this.role = role;
        this.belongs = belongs;
    }

    /** @return whether every community has the group */
    boolean isAlwaysThere()
    {
        return this == MEMBERS || this == FACILITATORS;
    }

    /** @return the role that somebody in the group has, if nothing else is known */
    Role role()
    {
        return this.role;
    }

    boolean holds(Standing standing)
    {
        return this.belongs.test(standing);
    }

    String name(CommunityId community)
    {
        return "Community-" + community + '-' + this.suffix;
    }
}
