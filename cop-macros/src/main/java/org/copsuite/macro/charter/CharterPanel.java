/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.charter;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows what a community wants to achieve. */
@Component
@Named("charter")
@Singleton
public class CharterPanel implements CommunityPanel
{
    @Inject
    private CharterFragments fragments;

    @Override
    public int order()
    {
        return 20;
    }

    @Override
    public Html print(CommunityView community)
    {
        return this.fragments.panel(community);
    }
}
