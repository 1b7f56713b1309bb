/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

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
import org.copsuite.wiki.PageId;
import org.xwiki.component.annotation.Component;

/** Shows the form that asks a question. */
@Component
@Named("cop-ask")
@Singleton
public class AskMacro extends AbstractCopMacro<CommunityFilter>
{
    @Inject
    private QuestionFragments fragments;

    /** Declares the name, description and parameters. */
    public AskMacro()
    {
        super("Ask", "The form that asks a question, with similar questions and people who could answer while one types.",
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
        PageId about = input().askedPage("about");
        if (community == null && about != null) {
            community = input().communityAround(about);
        }
        return this.fragments.ask(community == null ? null : community.id(), input().askedOrNull("title"), about);
    }
}
