/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows communities that have people or topics in common with a community. */
@Component
@Named("cop-related-communities")
@Singleton
public class RelatedMacro extends AbstractCopMacro<CommunityFilter>
{
    @Inject
    private RelatedFragments fragments;

    /** Declares the name, description and parameters. */
    public RelatedMacro()
    {
        super("Related communities", "Shows communities that have people or topics in common with one.",
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
        CommunityView community = input().requireCommunity(parameters.getCommunity());
        return this.fragments.related(community.id(), true);
    }
}
