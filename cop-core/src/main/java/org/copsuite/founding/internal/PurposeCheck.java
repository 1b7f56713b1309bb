/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding.internal;

import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.founding.LaunchCheck;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** A community that goes live says what it is for. */
@Component
@Named("purpose")
@Singleton
public class PurposeCheck implements LaunchCheck
{
    @Override
    public int order()
    {
        return 100;
    }

    @Override
    public boolean isDone(CommunityView community)
    {
        return !community.purpose().isBlank();
    }

    @Override
    public Target target(UserId reader, CommunityView community)
    {
        return new Target(community.page(), Map.of("cop-view", "edit"));
    }
}
