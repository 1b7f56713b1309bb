/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.endorsement;

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
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Shows the endorsements of a community or of a person. */
@Component
@Named("cop-endorsements")
@Singleton
public class EndorsementsMacro extends AbstractCopMacro<EndorsementsParameters>
{
    private static final int USUAL = 20;

    private static final int MAXIMUM = 100;

    @Inject
    private EndorsementFragments fragments;

    /** Declares the name, description and parameters. */
    public EndorsementsMacro()
    {
        super("Endorsements", "Shows what the members of a community know as others say, or who endorses a person.",
            EndorsementsParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(EndorsementsParameters parameters) throws CopException, WrongParameterException
    {
        boolean open = MacroInput.isBlank(parameters.getLimit());
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        CommunityView community = input().community("community", parameters.getCommunity());
        if (community == null && MacroInput.isBlank(parameters.getUser())) {
            community = input().communityAround();
        }
        if (community != null) {
            return this.fragments.list(community.id(), open ? input().askedOrNull("after") : null, limit);
        }
        UserId person = input().person(parameters.getUser());
        if (person.isGuest()) {
            throw CopException.signIn();
        }
        return this.fragments.profile(person);
    }
}
