/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.founding;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.xwiki.component.annotation.Component;

/** Shows the wizard that founds communities. URL parameters select the template, the draft and the step. */
@Component
@Named("cop-founding")
@Singleton
public class FoundingMacro extends AbstractCopMacro<Object>
{
    @Inject
    private FoundingFragments fragments;

    /** Declares the name and the description. */
    public FoundingMacro()
    {
        super("Founding", "The steps that found a community: what and for whom, who, how one joins.",
            Object.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(Object parameters) throws CopException
    {
        UUID draft = input().askedId("draft");
        if (draft != null) {
            String step = input().asked("step");
            return this.fragments.step(new CommunityId(draft), step.matches("[123]") ? Integer.parseInt(step) : 1);
        }
        PageId template = input().askedPage("template");
        boolean chosen = !input().asked("template").isEmpty();
        return chosen ? this.fragments.begin(template, input().asked("title")) : this.fragments.start();
    }
}
