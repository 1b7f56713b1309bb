/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.MacroInput;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.question.QuestionFragments.Look;
import org.copsuite.macro.spi.ProfileSection;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Lists the questions that an imported person asked. */
@Component
@Named("asked")
@Singleton
public class AskedSection implements ProfileSection
{
    private static final int LISTED = 20;

    @Inject
    private Printer printer;

    @Inject
    private MacroInput input;

    @Inject
    private QuestionFragments fragments;

    @Override
    public int order()
    {
        return 200;
    }

    @Override
    public Html print(UserId person) throws CopException
    {
        if (!person.isImported()) {
            return Html.EMPTY;
        }
        ListQuery query = new ListQuery(this.printer.wiki(), null, null, person, null, Order.NEWEST,
            this.input.askedOrNull("after"), LISTED);
        return this.fragments.list(query, new Look(this.printer.text("cop.person.questions"), false, true, false));
    }
}
