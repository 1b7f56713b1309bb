/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.gap;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.macro.community.CommunityFilter;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the members of a community on which topics it has no expert, and which hang on one person. */
@Component
@Named("cop-gaps")
@Singleton
public class GapsMacro extends AbstractCopMacro<CommunityFilter>
{
    @Inject
    private GapFragments fragments;

    /** Declares the name, description and parameters. */
    public GapsMacro()
    {
        super("Gaps", "Shows members which topics of their community have no expert, and which hang on one person.",
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
        return this.fragments.gaps(input().requireCommunity(parameters.getCommunity()).id());
    }
}
