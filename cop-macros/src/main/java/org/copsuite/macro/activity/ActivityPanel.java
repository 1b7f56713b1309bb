/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.activity;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows what happened lately in a community. */
@Component
@Named("activity")
@Singleton
public class ActivityPanel implements CommunityPanel
{
    @Inject
    private ActivityFragments fragments;

    @Override
    public int order()
    {
        return 500;
    }

    @Override
    public boolean isWide()
    {
        return true;
    }

    @Override
    public Html print(CommunityView community)
    {
        return this.fragments.panel(community);
    }
}
