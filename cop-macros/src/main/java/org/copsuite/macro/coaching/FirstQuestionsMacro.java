/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.coaching;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows first questions that are held back; a URL parameter selects one. */
@Component
@Named("cop-first-questions")
@Singleton
public class FirstQuestionsMacro extends AbstractCopMacro<Object>
{
    @Inject
    private CoachingFragments fragments;

    /** Declares the name and the description. */
    public FirstQuestionsMacro()
    {
        super("First questions", "The reader's first questions that are not published, and those that the reader coaches.",
            Object.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(Object parameters) throws CopException
    {
        UUID one = input().askedId("question");
        return one == null ? this.fragments.list() : this.fragments.held(one);
    }
}
