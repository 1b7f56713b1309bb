/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.feedback.SuggestionService.State;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the suggestions to a community, with the form that makes one. */
@Component
@Named("cop-suggestions")
@Singleton
public class SuggestionsMacro extends AbstractCopMacro<SuggestionsParameters>
{
    private static final int USUAL = 20;

    private static final int MAXIMUM = 100;

    @Inject
    private SuggestionFragments fragments;

    /** Declares the name, description and parameters. */
    public SuggestionsMacro()
    {
        super("Suggestions", "Shows what members suggest to their community, and what happens with it. They vote there.",
            SuggestionsParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(SuggestionsParameters parameters) throws CopException, WrongParameterException
    {
        boolean open = MacroInput.isBlank(parameters.getLimit());
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        State state = input().choice("state", parameters.getState(), State.class);
        boolean choosable = state == null;
        return this.fragments.list(input().requireCommunity(parameters.getCommunity()).id(),
            choosable ? input().asked("state", null, State.class) : state, choosable,
            open ? input().askedOrNull("after") : null, limit);
    }
}
