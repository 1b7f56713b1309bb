/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.founding.LaunchCheck;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** A community that goes live has a first question, so that whoever comes sees how it works. */
@Component
@Named("question")
@Singleton
public class FirstQuestionCheck implements LaunchCheck
{
    @Override
    public int order()
    {
        return 300;
    }

    @Override
    public boolean isDone(CommunityView community)
    {
        return community.questions() > 0;
    }

    @Override
    public Target target(UserId reader, CommunityView community)
    {
        return new Target(SpaceId.of(community.page().wiki(), Suite.SPACE).page("Ask"),
            Map.of("cop-community", community.id().toString()));
    }
}
