/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.gap;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Leads members from the home page of their community to its gaps. */
@Component
@Named("gaps")
@Singleton
public class GapsPanel implements CommunityPanel
{
    @Inject
    private GapFragments fragments;

    @Override
    public int order()
    {
        return 345;
    }

    @Override
    public Html print(CommunityView community)
    {
        return this.fragments.panel(community);
    }
}
