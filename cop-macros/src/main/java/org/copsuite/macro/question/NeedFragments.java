/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.notice.NoticeFragments;
import org.copsuite.question.NeedService;
import org.copsuite.question.NeedService.Need;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionWatch;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Prints the buttons by which readers have a question, too, and watch it, and who has it. */
@Component(roles = NeedFragments.class)
@Singleton
public class NeedFragments
{
    @Inject
    private Printer printer;

    @Inject
    private NoticeFragments notices;

    @Inject
    private Provider<QuestionQueries> queries;

    @Inject
    private Provider<NeedService> service;

    /**
     * @param question a question
     * @return the buttons, and who has the question
     * @throws CopException NOT_FOUND if the question does not exist or the reader may not view it
     */
    public Html need(PostId question) throws CopException
    {
        return print(this.queries.get().question(this.printer.reader(), question, ThreadQuery.of(AnswerOrder.SCORE)));
    }

    /** Returns the same of a question that the reader has just read; empty if there is nothing to show. */
    Html print(QuestionView view)
    {
        Need need = this.service.get().of(this.printer.reader(), view);
        Html watch = watch(view, need.own());
        boolean nothing = need.count() == 0 && !need.mayAdd() && watch.value().isEmpty();
        return nothing ? Html.EMPTY : this.printer.print("question/need", "need", need, "watch", watch);
    }

    /**
     * Prints the watch button. The authors of a thread and who has its question, too, watch it unless they chose
     * otherwise; an anonymous asker hears of it in another way.
     */
    private Html watch(QuestionView view, boolean has)
    {
        UserId reader = this.printer.reader();
        if (view.may().own() && view.post().author().id().isAnonymous()) {
            return Html.EMPTY;
        }
        return this.notices.button(QuestionWatch.of(this.printer.wiki(), view.summary().id()),
            has || Stream.concat(Stream.of(view.post()), view.answers().stream())
                .anyMatch(post -> post.author().id().equals(reader)));
    }
}
