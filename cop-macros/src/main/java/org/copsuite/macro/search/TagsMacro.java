/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.search;

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
import org.xwiki.component.annotation.Component;

/** Lists tags. */
@Component
@Named("cop-tags")
@Singleton
public class TagsMacro extends AbstractCopMacro<TagsParameters>
{
    private static final int USUAL = 100;

    private static final int MAXIMUM = 200;

    @Inject
    private SearchFragments fragments;

    /** Declares the name, description and parameters. */
    public TagsMacro()
    {
        super("Tags", "Lists the tags of questions, most used first.", TagsParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.TEXTS;
    }

    @Override
    protected Html html(TagsParameters parameters) throws CopException, WrongParameterException
    {
        boolean searchable = MacroInput.isBlank(parameters.getLimit());
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        CommunityView community = input().community("community", parameters.getCommunity());
        if (community == null) {
            community = input().communityAround();
        }
        return this.fragments.tags(community == null ? null : community.id(), searchable ? input().asked("q") : "", limit,
            searchable);
    }
}
