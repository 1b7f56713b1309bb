/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.search;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.macro.community.CommunityFilter;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Searches questions and answers. */
@Component
@Named("cop-search")
@Singleton
public class SearchMacro extends AbstractCopMacro<CommunityFilter>
{
    private static final int HITS = 10;

    @Inject
    private SearchFragments fragments;

    /** Declares the name, description and parameters. */
    public SearchMacro()
    {
        super("Community search", "Searches questions and answers, communities, charters, milestones and projects.",
            CommunityFilter.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(CommunityFilter parameters) throws CopException, WrongParameterException
    {
        CommunityView community = input().shownCommunity(parameters.getCommunity());
        return this.fragments.search(input().asked("q"), community == null ? null : community.id(),
            input().askedOrNull("tag"), input().askedOrNull("after"), HITS);
    }
}
