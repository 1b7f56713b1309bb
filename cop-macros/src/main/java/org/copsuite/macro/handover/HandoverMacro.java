/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.handover;

import java.util.UUID;

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

/** Shows what only one person holds in a community, and makes a checklist of it. */
@Component
@Named("cop-handover")
@Singleton
public class HandoverMacro extends AbstractCopMacro<HandoverParameters>
{
    @Inject
    private HandoverFragments fragments;

    /** Declares the name, description and parameters. */
    public HandoverMacro()
    {
        super("Handover", "Shows what only one person holds in a community, with who could take it over, and makes a "
            + "checklist of it.", HandoverParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(HandoverParameters parameters) throws CopException, WrongParameterException
    {
        String who = MacroInput.isBlank(parameters.getUser()) ? input().asked("person") : parameters.getUser().trim();
        if (who.length() > UserId.LONGEST) {
            throw CopException.notFound();
        }
        CommunityView community = input().shownCommunity(parameters.getCommunity());
        // A notice leads to the handover by its id.
        UUID asked = community == null ? input().askedId("show") : null;
        return asked != null ? this.fragments.asked(asked) : this.fragments.handover(
            (community == null ? input().requireCommunity(parameters.getCommunity()) : community).id(),
            who.isBlank() ? null : new UserId(who));
    }
}
