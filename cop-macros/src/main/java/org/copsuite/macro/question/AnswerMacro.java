/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Links from the page of an answer to its question, which shows the answers. */
@Component
@Named("cop-answer")
@Singleton
public class AnswerMacro extends AbstractCopMacro<Object>
{
    @Inject
    private Provider<QuestionQueries> queries;

    @Inject
    private QuestionFragments fragments;

    /** Declares the name, description and parameters. */
    public AnswerMacro()
    {
        super("Answer", "Shows an answer with the question that it belongs to.", Object.class);
        setDefaultCategories(Set.of(DEFAULT_CATEGORY_INTERNAL));
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(Object parameters) throws CopException, WrongParameterException
    {
        if (input().page() == null) {
            throw new WrongParameterException("cop.macro.noQuestion");
        }
        PostRef answer = this.queries.get().at(printer().reader(), input().page());
        return this.fragments.answer(answer);
    }
}
