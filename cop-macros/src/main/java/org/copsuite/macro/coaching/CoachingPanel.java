/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.coaching;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows coaching to the members of a community. */
@Component
@Named("coaching")
@Singleton
public class CoachingPanel implements CommunityPanel
{
    @Inject
    private CoachingFragments fragments;

    @Override
    public int order()
    {
        return 120;
    }

    @Override
    public Html print(CommunityView community)
    {
        return this.fragments.panel(community);
    }
}
