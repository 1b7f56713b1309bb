/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService.OwnRole;

/** A role that a community has of its own. */
record OwnRoleJson(UUID id, String name, String responsibilities, Set<CommunityPermission> permissions, long version)
{
    static OwnRoleJson of(OwnRole role)
    {
        return new OwnRoleJson(role.id(), role.name(), role.responsibilities(), new TreeSet<>(role.permissions()),
            role.version());
    }
}
