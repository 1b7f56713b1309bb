/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Lists communities. */
@Component
@Named("cop-communities")
@Singleton
public class CommunitiesMacro extends AbstractCopMacro<CommunitiesParameters>
{
    private static final int USUAL = 24;

    private static final int MAXIMUM = 60;

    @Inject
    private CommunityFragments fragments;

    /** Declares the name, description and parameters. */
    public CommunitiesMacro()
    {
        super("Communities", "Lists the communities of practice: one's own first, then the most active.", CommunitiesParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(CommunitiesParameters parameters) throws CopException, WrongParameterException
    {
        boolean searchable = MacroInput.isBlank(parameters.getLimit());
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        boolean founding = !input().asked("new").isEmpty();
        return searchable ? this.fragments.directory(input().asked("q"), input().askedOrNull("after"), limit, true,
            founding ? input().asked("title") : input().askedOrNull("title"))
            : this.fragments.directory("", null, limit, false);
    }
}
