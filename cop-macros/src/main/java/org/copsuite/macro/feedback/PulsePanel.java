/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the pulse survey of a community to its members. */
@Component
@Named("pulse")
@Singleton
public class PulsePanel implements CommunityPanel
{
    @Inject
    private PulseFragments fragments;

    @Override
    public int order()
    {
        return 160;
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
