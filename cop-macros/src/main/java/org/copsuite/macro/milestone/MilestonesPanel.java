/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.milestone;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the next milestone of a community, and celebrates what it has just reached. */
@Component
@Named("milestones")
@Singleton
public class MilestonesPanel implements CommunityPanel
{
    @Inject
    private MilestoneFragments fragments;

    @Override
    public int order()
    {
        return 50;
    }

    @Override
    public Html print(CommunityView community)
    {
        return this.fragments.panel(community);
    }
}
