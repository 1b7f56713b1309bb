/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.recognition;

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

/** Shows thanks. */
@Component
@Named("cop-thanks")
@Singleton
public class ThanksMacro extends AbstractCopMacro<ThanksParameters>
{
    private static final int USUAL = 20;

    private static final int MAXIMUM = 100;

    @Inject
    private RecognitionFragments fragments;

    /** Declares the name, description and parameters. */
    public ThanksMacro()
    {
        super("Thanks", "Shows thanks, newest first, and the form that says thank you.", ThanksParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(ThanksParameters parameters) throws CopException, WrongParameterException
    {
        boolean open = MacroInput.isBlank(parameters.getLimit());
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        CommunityView community = input().community("community", parameters.getCommunity());
        if (community == null) {
            community = input().communityAround();
        }
        return this.fragments.thanks(community == null ? null : community.id(), null, open ? input().asked("to") : null,
            open ? input().askedOrNull("after") : null, limit, open);
    }
}
