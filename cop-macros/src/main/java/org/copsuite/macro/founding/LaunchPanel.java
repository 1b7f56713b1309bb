/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.founding;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows what a community in preparation needs before it goes live. */
@Component
@Named("launch")
@Singleton
public class LaunchPanel implements CommunityPanel
{
    @Inject
    private FoundingFragments fragments;

    @Override
    public int order()
    {
        return 10;
    }

    @Override
    public Html print(CommunityView community)
    {
        return this.fragments.checklist(community);
    }
}
