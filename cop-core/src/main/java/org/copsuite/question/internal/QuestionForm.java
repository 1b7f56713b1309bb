/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.PlainText;
import org.copsuite.Tags;
import org.copsuite.question.QuestionService;

/**
 * What somebody wrote, checked.
 *
 * @param title one line; {@code null} for an answer
 * @param body the text
 * @param tags normalised; {@code null} for an answer
 */
record QuestionForm(String title, String body, List<String> tags)
{
    private static final String BODY = "cop.question.error.body";

    static QuestionForm question(String title, String body, List<String> tags) throws CopException
    {
        FormCheck form = new FormCheck();
        String line = form.line("title", title, QuestionService.TITLE_MINIMUM, QuestionService.TITLE_MAXIMUM,
            "cop.question.error.title");
        String text = form.text("body", body, 1, QuestionService.TEXT_MAXIMUM, BODY);
        List<String> typed = tags == null ? List.of() : tags;
        List<String> normal = Tags.normalise(typed);
        if (normal.size() > QuestionService.TAGS_MAXIMUM) {
            form.refuse("tags", "cop.question.error.tags.many", QuestionService.TAGS_MAXIMUM);
        }
        typed.stream().filter(t -> !PlainText.line(t).isEmpty() && Tags.normalise(t).isEmpty()).findFirst().ifPresent(
            t -> form.refuse("tags", "cop.question.error.tags.form", PlainText.cut(PlainText.line(t), 60), Tags.LENGTH));
        form.end();
        return new QuestionForm(line, text, normal);
    }

    static QuestionForm answer(String body) throws CopException
    {
        FormCheck form = new FormCheck();
        String text = form.text("body", body, 1, QuestionService.TEXT_MAXIMUM, BODY);
        form.end();
        return new QuestionForm(null, text, null);
    }

    static String comment(String typed) throws CopException
    {
        FormCheck form = new FormCheck();
        String text = form.text("text", typed, 1, QuestionService.COMMENT_MAXIMUM, "cop.question.error.comment");
        form.end();
        return text;
    }
}
