/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.person;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Shows what the suite adds to a profile page: the sections that capabilities contribute. */
@Component
@Named("cop-profile")
@Singleton
public class ProfileMacro extends AbstractCopMacro<Object>
{
    @Inject
    private PersonFragments fragments;

    /** Declares the name, description and parameters. */
    public ProfileMacro()
    {
        super("Profile", "Shows what the communities know about the person of a profile page: topics and more.", Object.class);
        setDefaultCategories(Set.of(DEFAULT_CATEGORY_INTERNAL));
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(Object parameters) throws CopException
    {
        UserId who = input().person(null);
        if (who.isGuest()) {
            throw CopException.signIn();
        }
        return this.fragments.sections(who);
    }
}
