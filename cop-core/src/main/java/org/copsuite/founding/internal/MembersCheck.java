/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding.internal;

import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.founding.FoundingService;
import org.copsuite.founding.LaunchCheck;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** A community that goes live has a few members, so that whoever comes first is not alone. */
@Component
@Named("members")
@Singleton
public class MembersCheck implements LaunchCheck
{
    @Override
    public int order()
    {
        return 200;
    }

    @Override
    public boolean isDone(CommunityView community)
    {
        return community.members() >= FoundingService.MEMBERS_MINIMUM;
    }

    @Override
    public Target target(UserId reader, CommunityView community)
    {
        return new Target(community.page(), Map.of("cop-view", "members"));
    }
}
