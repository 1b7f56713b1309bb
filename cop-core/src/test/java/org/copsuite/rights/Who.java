/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rights;

import java.util.Locale;

import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService.Role;

/** The people of the matrix of rights. */
enum Who
{
    /** Has not signed in. */
    STRANGER(null),
    /** Has an account and nothing to do with the community. */
    OUTSIDER(null),
    /** Has asked to join, where one can. */
    REQUESTER(null),
    /** Is invited. */
    INVITED(null),
    /** A member with this role. */
    MEMBER(Role.MEMBER),
    /** A member with this role. */
    EXPERT(Role.EXPERT),
    /** A member with this role. */
    CURATOR(Role.CURATOR),
    /** A member with this role. */
    MODERATOR(Role.MODERATOR),
    /** A member with this role. */
    FACILITATOR(Role.FACILITATOR),
    /** A member with this role. */
    SPONSOR(Role.SPONSOR),
    /** Administers the wiki and is no member. */
    ADMINISTRATOR(null);

    private final Role role;

    Who(Role role)
    {
        this.role = role;
    }

    /** @return what the documentation calls them */
    String label()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the role of a member, {@code null} for somebody else */
    Role role()
    {
        return this.role;
    }

    boolean hasAccount()
    {
        return this != STRANGER;
    }

    boolean views(Place place)
    {
        return !place.isHidden() || this.role != null || this == ADMINISTRATOR;
    }

    /** @return whether they ask, answer, comment and vote */
    boolean takesPart(Place place)
    {
        return this.role != null || this == ADMINISTRATOR || place == Place.OPEN && hasAccount();
    }

    boolean may(CommunityPermission permission)
    {
        return this == ADMINISTRATOR || this.role != null && this.role.permissions().contains(permission);
    }
}
