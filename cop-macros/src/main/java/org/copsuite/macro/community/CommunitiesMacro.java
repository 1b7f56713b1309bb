/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.DirectoryQuery;
import org.copsuite.community.DirectoryQuery.Activity;
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
        DirectoryQuery query = searchable ? new DirectoryQuery(input().asked("q"), input().askedOrNull("domain"),
            input().asked("joining", null, Joining.class), input().asked("activity", null, Activity.class))
            : DirectoryQuery.of("");
        return this.fragments.directory(query, searchable ? input().askedOrNull("after") : null, limit, searchable);
    }
}
