/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.ProfileSection;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.Questions;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Lists the latest questions that an imported person answered. */
@Component
@Named("answered")
@Singleton
public class AnsweredSection implements ProfileSection
{
    private static final int LISTED = 20;

    @Inject
    private Printer printer;

    @Inject
    private Provider<QuestionQueries> queries;

    @Override
    public int order()
    {
        return 300;
    }

    @Override
    public Html print(UserId person)
    {
        if (!person.isImported()) {
            return Html.EMPTY;
        }
        Questions answered = this.queries.get().answered(this.printer.reader(), this.printer.wiki(), person, LISTED);
        return answered.items().isEmpty() ? Html.EMPTY
            : this.printer.print("question/answered", "answered", answered);
    }
}
