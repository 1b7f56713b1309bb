/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.NoCommunityException;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Lists the members of a community, or the holders of one role. */
@Component
@Named("cop-members")
@Singleton
public class MembersMacro extends AbstractCopMacro<MembersParameters>
{
    private static final int USUAL = 20;

    private static final int MAXIMUM = 100;

    @Inject
    private RoleFragments fragments;

    /** Declares the name, description and parameters. */
    public MembersMacro()
    {
        super("Members", "Lists the members of a community, or those who hold a role.", MembersParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.TEXTS;
    }

    @Override
    protected Html html(MembersParameters parameters) throws CopException, WrongParameterException
    {
        CommunityView named = input().community("community", parameters.getCommunity());
        CommunityView community = named == null ? input().communityAround() : named;
        if (community == null) {
            throw new NoCommunityException();
        }
        String role = MacroInput.isBlank(parameters.getRole()) ? "" : parameters.getRole();
        return this.fragments.list(community, role, input().number("limit", parameters.getLimit(), USUAL, MAXIMUM));
    }
}
