/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.question.QuestionService;

/**
 * The validated values of a form.
 *
 * @param title one line; {@code null} for an answer
 * @param body xwiki/2.1
 * @param tags normalised tags; {@code null} for an answer
 */
record QuestionForm(String title, String body, List<String> tags)
{
    private static final String TITLE = "cop.question.error.title";

    private static final String BODY = "cop.question.error.body";

    static QuestionForm question(String title, String body, List<String> tags) throws CopException
    {
        FormCheck form = new FormCheck();
        String line = form.line("title", title, QuestionService.TITLE_MINIMUM, QuestionService.TITLE_MAXIMUM,
            TITLE);
        String text = form.text("body", body, 1, QuestionService.TEXT_MAXIMUM, BODY);
        if (line.length() > PostPageIds.PAGE_TITLE) {
            // Page titles are limited in chars: fewer characters fit if some lie outside the basic multilingual plane.
            form.refuse("title", TITLE + ".long", QuestionService.TITLE_MAXIMUM, line.length());
        }
        List<String> normal = form.tags("tags", tags, QuestionService.TAGS_MAXIMUM, "cop.question.error.tags");
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
