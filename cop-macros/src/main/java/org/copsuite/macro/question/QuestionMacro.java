/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the question of the page, or another one. */
@Component
@Named("cop-question")
@Singleton
public class QuestionMacro extends AbstractCopMacro<QuestionParameters>
{
    @Inject
    private QuestionFragments fragments;

    @Inject
    private Provider<QuestionQueries> queries;

    /** Declares the name, description and parameters. */
    public QuestionMacro()
    {
        super("Question", "Shows a question with its answers, comments and votes.", QuestionParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(QuestionParameters parameters) throws CopException, WrongParameterException
    {
        UUID named = input().id("id", parameters.getId());
        PostId question = named == null ? here() : new PostId(named);
        if (question == null) {
            return this.fragments.elsewhere(input().page());
        }
        UUID editing = input().askedId("edit");
        ThreadQuery query = new ThreadQuery(input().asked("answers", AnswerOrder.SCORE, AnswerOrder.class),
            input().askedId("answers-after"), editing == null ? input().askedId("show") : editing,
            input().askedId("comments"), input().askedOrNull("comments-after"));
        return this.fragments.page(question, query, editing == null ? null : new PostId(editing), named != null);
    }

    /**
     * Returns the question of the page, {@code null} for a page with a question object that belongs to no community.
     */
    private PostId here() throws CopException, WrongParameterException
    {
        if (input().page() == null) {
            throw new WrongParameterException("cop.macro.noQuestion");
        }
        try {
            return this.queries.get().at(printer().reader(), input().page()).question();
        } catch (CopException e) {
            if (e.getKind() == CopException.Kind.NOT_FOUND) {
                if (this.fragments.isUntaken(input().page())) {
                    return null;
                }
                throw new WrongParameterException("cop.macro.noQuestion");
            }
            throw e;
        }
    }
}
