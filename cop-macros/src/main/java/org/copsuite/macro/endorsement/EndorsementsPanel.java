/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.endorsement;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the latest endorsements in a community. */
@Component
@Named("endorsements")
@Singleton
public class EndorsementsPanel implements CommunityPanel
{
    @Inject
    private EndorsementFragments fragments;

    @Override
    public int order()
    {
        return 350;
    }

    @Override
    public Html print(CommunityView community) throws CopException
    {
        return this.fragments.panel(community.id());
    }
}
