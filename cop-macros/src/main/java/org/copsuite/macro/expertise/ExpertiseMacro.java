/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.expertise;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.search.SearchFragments;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Shows the topics of a person. */
@Component
@Named("cop-expertise")
@Singleton
public class ExpertiseMacro extends AbstractCopMacro<ExpertiseParameters>
{
    private static final int LONGEST = 255;

    @Inject
    private SearchFragments fragments;

    @Inject
    private Requests requests;

    @Inject
    private People people;

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
        UserId who = MacroInput.isBlank(parameters.getUser()) ? shown()
            : new UserId(shortened(parameters.getUser().trim()));
        if (who.isGuest()) {
            throw CopException.signIn();
        }
        return this.fragments.topics(who);
    }

    /** Returns the owner of the current profile page; on any other page, the reader. */
    private UserId shown()
    {
        return this.requests.page().map(PageId::toString).filter(page -> page.length() <= LONGEST).map(UserId::new)
            .filter(user -> this.people.find(user).isPresent()).orElseGet(() -> printer().reader());
    }

    private static String shortened(String user)
    {
        return user.length() > LONGEST ? user.substring(0, LONGEST) : user;
    }
}
