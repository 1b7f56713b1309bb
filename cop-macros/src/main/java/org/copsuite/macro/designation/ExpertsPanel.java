/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.designation;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the designated experts of a community, once it is near the window. */
@Component
@Named("experts")
@Singleton
public class ExpertsPanel implements CommunityPanel
{
    @Inject
    private DesignationFragments fragments;

    @Override
    public int order()
    {
        return 340;
    }

    @Override
    public Html print(CommunityView community)
    {
        return this.fragments.panel(community);
    }
}
