/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the members of a community where they suggest something. */
@Component
@Named("suggestions")
@Singleton
public class SuggestionsPanel implements CommunityPanel
{
    @Inject
    private SuggestionFragments fragments;

    @Override
    public int order()
    {
        return 170;
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
