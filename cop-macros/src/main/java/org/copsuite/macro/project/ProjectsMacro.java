/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.project;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Lists the projects of a community, or of all communities. */
@Component
@Named("cop-projects")
@Singleton
public class ProjectsMacro extends AbstractCopMacro<ProjectsParameters>
{
    private static final int USUAL = 20;

    private static final int MAXIMUM = 100;

    @Inject
    private ProjectFragments fragments;

    /** Declares the name, description and parameters. */
    public ProjectsMacro()
    {
        super("Projects", "Lists the projects that a community owns, alone or with others.", ProjectsParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(ProjectsParameters parameters) throws CopException, WrongParameterException
    {
        boolean open = MacroInput.isBlank(parameters.getLimit());
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        CommunityView community = input().shownCommunity(parameters.getCommunity());
        if (community != null && !input().asked("new").isEmpty()) {
            return this.fragments.create(community);
        }
        return this.fragments.list(community, open ? input().askedOrNull("after") : null, limit, open);
    }
}
