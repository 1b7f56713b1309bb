/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.membership;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows to whoever manages the members the open requests, and to others how they can join. */
@Component
@Named("joining")
@Singleton
public class JoiningPanel implements CommunityPanel
{
    @Inject
    private MembershipFragments fragments;

    @Override
    public int order()
    {
        return 50;
    }

    @Override
    public Html print(CommunityView community) throws CopException
    {
        return this.fragments.panel(community);
    }
}
