/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.routing;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.routing.RoutingService;
import org.copsuite.routing.RoutingService.Asked;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints who was asked to answer a question. */
@Component(roles = RoutingFragments.class)
@Singleton
public class RoutingFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<RoutingService> service;

    /**
     * @param question a question
     * @return who was asked, why the reader was, and the form that asks somebody if the reader may
     * @throws CopException NOT_FOUND if the question does not exist or the reader may not view it
     */
    public Html asked(PostId question) throws CopException
    {
        return print(this.service.get().asked(this.printer.reader(), question));
    }

    /**
     * @param question a question that the reader has just read
     * @return the same; empty if nobody was asked and the reader may not ask anybody
     */
    Html panel(QuestionSummary question)
    {
        Asked asked = this.service.get().asked(this.printer.reader(), question);
        return asked.people().isEmpty() && !asked.mayAsk() ? Html.EMPTY : print(asked);
    }

    private Html print(Asked asked)
    {
        return this.printer.print("routing/asked", "asked", asked);
    }
}
