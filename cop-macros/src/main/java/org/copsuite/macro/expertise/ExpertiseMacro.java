/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.expertise;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Shows the topics of a person. */
@Component
@Named("cop-expertise")
@Singleton
public class ExpertiseMacro extends AbstractCopMacro<ExpertiseParameters>
{
    @Inject
    private ExpertiseFragments fragments;

    /** Declares the name, description and parameters. */
    public ExpertiseMacro()
    {
        super("Expertise", "Shows the topics of a person: those declared, and those that answers show.", ExpertiseParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(ExpertiseParameters parameters) throws CopException
    {
        UserId who = input().person(parameters.getUser());
        if (who.isGuest()) {
            throw CopException.signIn();
        }
        return this.fragments.topics(who);
    }
}
