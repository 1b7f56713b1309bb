/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows communities that have people or topics in common with a community. */
@Component
@Named("related")
@Singleton
public class RelatedPanel implements CommunityPanel
{
    @Inject
    private RelatedFragments fragments;

    @Override
    public int order()
    {
        return 800;
    }

    @Override
    public Html print(CommunityView community)
    {
        return this.fragments.panel(community);
    }
}
