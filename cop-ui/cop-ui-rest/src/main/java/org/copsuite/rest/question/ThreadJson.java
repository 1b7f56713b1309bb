/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.question.QuestionQueries.Closing;
import org.copsuite.question.QuestionQueries.QuestionMay;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.Person;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A question with one page of its answers. */
record ThreadJson(@JsonUnwrapped QuestionJson question, PostJson post, List<PostJson> answerList, int answerCount,
    @Nullable UUID next, List<QuestionJson> linked, @Nullable ClosingJson closing, QuestionMay may)
{
    static ThreadJson of(QuestionView view)
    {
        return new ThreadJson(QuestionJson.of(view.summary()), PostJson.of(view.post()),
            view.answers().stream().map(PostJson::of).toList(), view.answerPage().total(), view.answerPage().next(),
            view.linked().stream().map(QuestionJson::of).toList(),
            view.closing() == null ? null : ClosingJson.of(view.closing()), view.may());
    }

    /** Why a question is closed. */
    record ClosingJson(ClosingReason reason, Person by, Instant at, @Nullable UUID duplicateOf)
    {
        static ClosingJson of(Closing closing)
        {
            return new ClosingJson(closing.reason(), closing.by(), closing.at(),
                closing.duplicateOf() == null ? null : closing.duplicateOf().id().value());
        }
    }
}
