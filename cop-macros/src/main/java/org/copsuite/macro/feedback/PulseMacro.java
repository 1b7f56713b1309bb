/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

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

/** Shows the pulse survey of a community to its members. */
@Component
@Named("cop-pulse")
@Singleton
public class PulseMacro extends AbstractCopMacro<CommunityFilter>
{
    @Inject
    private PulseFragments fragments;

    /** Declares the name, description and parameters. */
    public PulseMacro()
    {
        super("Pulse survey", "Asks the members of a community how they find it, and shows what they said over time.",
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
        return this.fragments.pulse(input().requireCommunity(parameters.getCommunity()).id());
    }
}
