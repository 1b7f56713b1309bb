/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.membership;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the reader's invitations and requests. A link of an invitation leads to a page with this macro. */
@Component
@Named("cop-invitations")
@Singleton
public class InvitationsMacro extends AbstractCopMacro<InvitationsParameters>
{
    @Inject
    private MembershipFragments fragments;

    /** Declares the name, description and parameters. */
    public InvitationsMacro()
    {
        super("Invitations", "Shows the communities that invite the reader, and those that the reader asked to join.",
            InvitationsParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(InvitationsParameters parameters) throws CopException
    {
        UUID linked = input().askedId("invitation");
        return this.fragments.own(linked, linked == null ? null : input().asked("secret"));
    }
}
