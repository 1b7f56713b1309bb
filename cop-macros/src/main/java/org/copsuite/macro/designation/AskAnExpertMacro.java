/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.designation;

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

/** Shows who could be asked about a topic, and leads to asking them. */
@Component
@Named("cop-ask-an-expert")
@Singleton
public class AskAnExpertMacro extends AbstractCopMacro<AskAnExpertParameters>
{
    @Inject
    private DesignationFragments fragments;

    /** Declares the name, description and parameters. */
    public AskAnExpertMacro()
    {
        super("Ask an expert", "Shows who could be asked about a topic, with why, and leads to asking them by name.",
            AskAnExpertParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(AskAnExpertParameters parameters) throws CopException, WrongParameterException
    {
        CommunityView community = input().shownCommunity(parameters.getCommunity());
        String topic = MacroInput.isBlank(parameters.getTopic()) ? input().asked("q") : parameters.getTopic().trim();
        return this.fragments.ask(topic, community);
    }
}
