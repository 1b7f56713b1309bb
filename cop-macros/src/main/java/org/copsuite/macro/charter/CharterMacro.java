/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.charter;

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

/** Shows the charter of a community. The URL parameter {@code cop-community} selects it on a page of the suite. */
@Component
@Named("cop-charter")
@Singleton
public class CharterMacro extends AbstractCopMacro<CommunityFilter>
{
    @Inject
    private CharterFragments fragments;

    /** Declares the name, description and parameters. */
    public CharterMacro()
    {
        super("Charter", "Shows what a community wants to achieve, how far it is, and what is safe to ask there.",
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
        return this.fragments.charter(community);
    }
}
