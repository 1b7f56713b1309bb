/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the current polls of a community. */
@Component
@Named("polls")
@Singleton
public class PollsPanel implements CommunityPanel
{
    @Inject
    private PollFragments fragments;

    @Override
    public int order()
    {
        return 150;
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
