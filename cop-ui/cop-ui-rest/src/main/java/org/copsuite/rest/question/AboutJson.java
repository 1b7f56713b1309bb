/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.util.List;

import org.copsuite.question.QuestionQueries.Questions;

/** The questions about a page. */
record AboutJson(List<QuestionJson> items, boolean more)
{
    static AboutJson of(Questions questions)
    {
        return new AboutJson(questions.items().stream().map(QuestionJson::of).toList(), questions.more());
    }
}
