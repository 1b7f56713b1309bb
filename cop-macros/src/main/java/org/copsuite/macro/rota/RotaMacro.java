/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.rota;

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

/** Shows who leads the next discussions of a community. */
@Component
@Named("cop-rota")
@Singleton
public class RotaMacro extends AbstractCopMacro<CommunityFilter>
{
    @Inject
    private RotaFragments fragments;

    /** Declares the name, description and parameters. */
    public RotaMacro()
    {
        super("Rota", "Shows who leads the next discussions of a community.", CommunityFilter.class);
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
        return this.fragments.rota(community.id(), true);
    }
}
