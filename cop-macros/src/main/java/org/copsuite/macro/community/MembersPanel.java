/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the first members of a community. */
@Component
@Named("members")
@Singleton
public class MembersPanel implements CommunityPanel
{
    private static final int PEOPLE = 8;

    @Inject
    private Printer printer;

    @Inject
    private Provider<CommunityService> communities;

    @Override
    public int order()
    {
        return 100;
    }

    @Override
    public Html print(CommunityView community)
    {
        return this.printer.print("community/memberspanel", "community", community, "members",
            this.communities.get().firstMembers(community, PEOPLE));
    }
}
