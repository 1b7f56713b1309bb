/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.xwiki.component.annotation.Component;

/** Lists the questions about a page of the wiki. */
@Component
@Named("cop-about")
@Singleton
public class AboutMacro extends AbstractCopMacro<AboutParameters>
{
    @Inject
    private QuestionFragments fragments;

    /** Declares the name, description and parameters. */
    public AboutMacro()
    {
        super("Questions about a page", "Lists the questions that were asked about a page, with a link to ask another one.",
            AboutParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(AboutParameters parameters) throws CopException, WrongParameterException
    {
        PageId page = input().page(parameters.getPage());
        if (page == null) {
            throw CopException.notFound();
        }
        return this.fragments.about(page);
    }
}
