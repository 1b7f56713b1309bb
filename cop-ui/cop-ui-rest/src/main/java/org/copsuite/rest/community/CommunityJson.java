/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;

/** A community. */
public record CommunityJson(CommunityId id, PageId url, String title, String purpose, List<String> domains,
    Visibility access, Joining joining, int members, int questions, int answers, Instant created,
    Instant active, String version, @Nullable Role mine, boolean mayJoin, boolean mayRun,
    Set<CommunityPermission> permissions, boolean live)
{
    /**
     * @param community a community
     * @return its record
     */
    public static CommunityJson of(CommunityView community)
    {
        return new CommunityJson(community.id(), community.page(), community.title(), community.purpose(),
            community.domains(), community.access(), community.joining(), community.members(),
            community.questions(), community.answers(), community.created(), community.active(),
            community.version(), community.mine(), community.mayJoin(), community.mayRun(),
            new TreeSet<>(community.permissions()), community.isLive());
    }
}
