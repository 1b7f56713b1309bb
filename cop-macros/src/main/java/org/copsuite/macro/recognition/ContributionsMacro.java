/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.recognition;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the reader's own contributions. */
@Component
@Named("cop-my-contributions")
@Singleton
public class ContributionsMacro extends AbstractCopMacro<Object>
{
    @Inject
    private RecognitionFragments fragments;

    /** Declares the name, description and parameters. */
    public ContributionsMacro()
    {
        super("My contributions", "Shows what the reader has contributed, to the reader alone.", Object.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(Object parameters) throws CopException
    {
        return this.fragments.contributions();
    }
}
