/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.rota;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows who leads the next discussions of a community. */
@Component
@Named("rota")
@Singleton
public class RotaPanel implements CommunityPanel
{
    @Inject
    private RotaFragments fragments;

    @Override
    public int order()
    {
        return 70;
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
