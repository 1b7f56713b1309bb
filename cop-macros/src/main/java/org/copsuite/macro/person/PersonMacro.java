/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.person;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.MacroScope;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Shows the profile of an imported person. */
@Component
@Named("cop-person")
@Singleton
public class PersonMacro extends AbstractCopMacro<PersonParameters>
{
    private static final int LONGEST = 255;

    @Inject
    private PersonFragments fragments;

    /** Declares the name, description and parameters. */
    public PersonMacro()
    {
        super("Imported person", "Shows somebody who wrote in another system: name, topics, questions.",
            PersonParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(PersonParameters parameters) throws CopException
    {
        String who = MacroInput.isBlank(parameters.getUser()) ? input().asked("person") : parameters.getUser().trim();
        if (who.isEmpty() || who.length() > LONGEST) {
            throw CopException.notFound();
        }
        return this.fragments.profile(new UserId(who));
    }
}
