/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.Set;

import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService.Role;

/**
 * What decides about the groups of a member.
 *
 * @param role the role
 * @param permissions the permissions
 */
record Standing(Role role, Set<CommunityPermission> permissions)
{
    boolean facilitates()
    {
        return this.role == Role.FACILITATOR;
    }

    /** @return whether the member moderates without being a facilitator */
    boolean moderates()
    {
        return !facilitates() && this.permissions.contains(CommunityPermission.MODERATE);
    }

    /** @return whether the member edits pages without moderating */
    boolean curates()
    {
        return !facilitates() && !moderates() && this.permissions.contains(CommunityPermission.CURATE);
    }
}
