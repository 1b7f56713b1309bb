/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.activity;

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

/** Shows what happened lately in one community or in all. */
@Component
@Named("cop-activity")
@Singleton
public class ActivityMacro extends AbstractCopMacro<ActivityParameters>
{
    private static final int USUAL = 30;

    private static final int MAXIMUM = 100;

    @Inject
    private ActivityFragments fragments;

    /** Declares the name, description and parameters. */
    public ActivityMacro()
    {
        super("Activity", "Shows what happened lately in a community, or in all that the reader can see.",
            ActivityParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.TEXTS;
    }

    @Override
    protected Html html(ActivityParameters parameters) throws CopException, WrongParameterException
    {
        boolean open = MacroInput.isBlank(parameters.getLimit());
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        CommunityView community = input().shownCommunity(parameters.getCommunity());
        return this.fragments.list(community == null ? null : community.id(), open ? input().askedOrNull("after") : null,
            limit, open);
    }
}
