/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.project;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the projects that a community owns, alone or with others. */
@Component
@Named("projects")
@Singleton
public class ProjectsPanel implements CommunityPanel
{
    @Inject
    private ProjectFragments fragments;

    @Override
    public int order()
    {
        return 60;
    }

    @Override
    public Html print(CommunityView community)
    {
        return this.fragments.panel(community);
    }
}
