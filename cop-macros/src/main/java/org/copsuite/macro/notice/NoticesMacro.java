/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.notice;

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

/** Shows the reader's notices. */
@Component
@Named("cop-notices")
@Singleton
public class NoticesMacro extends AbstractCopMacro<NoticesParameters>
{
    private static final int USUAL = 20;

    private static final int MAXIMUM = 100;

    @Inject
    private NoticeFragments fragments;

    /** Declares the name, description and parameters. */
    public NoticesMacro()
    {
        super("Notices", "Shows what others did that concerns the reader, to the reader alone.", NoticesParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(NoticesParameters parameters) throws CopException, WrongParameterException
    {
        boolean open = MacroInput.isBlank(parameters.getLimit());
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        return open ? this.fragments.page(input().askedOrNull("after"), input().askedOrNull("watched"), limit)
            : this.fragments.list(null, limit, false);
    }
}
