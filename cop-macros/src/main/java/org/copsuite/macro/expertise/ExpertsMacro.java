/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.expertise;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Finds the experts on a topic. */
@Component
@Named("cop-experts")
@Singleton
public class ExpertsMacro extends AbstractCopMacro<ExpertsParameters>
{
    @Inject
    private ExpertiseFragments fragments;

    /** Declares the name, description and parameters. */
    public ExpertsMacro()
    {
        super("Experts", "Finds people who know about a topic, with why.", ExpertsParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.TEXTS;
    }

    @Override
    protected Html html(ExpertsParameters parameters) throws CopException, WrongParameterException
    {
        CommunityView community = input().community("community", parameters.getCommunity());
        if (community == null) {
            community = input().communityAround();
        }
        CommunityId inside = community == null ? null : community.id();
        if (!MacroInput.isBlank(parameters.getTopic())) {
            return this.fragments.experts(parameters.getTopic().trim(), "", inside, false);
        }
        return this.fragments.experts(input().askedOrNull("topic"), input().asked("q"), inside, true);
    }
}
