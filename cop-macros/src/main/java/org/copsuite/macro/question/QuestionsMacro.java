/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import java.util.Locale;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.macro.question.QuestionFragments.Look;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Lists questions. If the author sets neither order nor limit, the reader chooses the order and turns the pages. */
@Component
@Named("cop-questions")
@Singleton
public class QuestionsMacro extends AbstractCopMacro<QuestionsParameters>
{
    private static final int USUAL = 20;

    private static final int MAXIMUM = 100;

    @Inject
    private QuestionFragments fragments;

    /** Declares the name, description and parameters. */
    public QuestionsMacro()
    {
        super("Questions", "Lists questions, of one community or of all, in an order that the author or the reader chooses.",
            QuestionsParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.TEXTS;
    }

    @Override
    protected Html html(QuestionsParameters parameters) throws CopException, WrongParameterException
    {
        Order order = input().choice("order", parameters.getOrder(), Order.class);
        State state = input().choice("state", parameters.getState(), State.class);
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        CommunityView community = input().community("community", parameters.getCommunity());
        boolean named = community != null;
        if (!named) {
            community = input().communityAround();
        }
        boolean open = order == null && MacroInput.isBlank(parameters.getLimit());
        boolean chosen = false;
        if (open && community == null) {
            community = input().askedCommunity("community");
            chosen = community != null;
        }
        String tag = MacroInput.isBlank(parameters.getTag()) ? null : parameters.getTag().trim();
        ListQuery query = new ListQuery(printer().wiki(), community == null ? null : community.id(),
            open && tag == null ? input().askedOrNull("tag") : tag, null,
            open && state == null ? input().asked("state", null, State.class) : state,
            order == null ? input().asked("order", Order.NEWEST, Order.class) : order,
            open ? input().askedOrNull("after") : null, limit);
        return this.fragments.list(query, new Look(chosen ? community.title() : heading(order), open, open, chosen));
    }

    private String heading(Order order)
    {
        return order == null ? null : printer().text("cop.list.heading." + order.name().toLowerCase(Locale.ROOT));
    }
}
