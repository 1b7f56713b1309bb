/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.PlainText;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;

/** Builds the ids and drafts of the pages of posts. */
final class PostPageIds
{
    /** The name of the space that holds the questions of a community, inside the community's space. */
    static final String QUESTIONS = "Questions";

    private static final int SLUG = 60;

    /** The maximum length of a page title, in {@code char}s. */
    static final int PAGE_TITLE = 250;

    private static final int ID_DIGITS = 8;

    private PostPageIds()
    {
    }

    /** @return the home page of a question's own space; the start of the id makes its readable name unique */
    static PageId question(SpaceId community, String title, UUID id)
    {
        String slug = PlainText.slug(title, SLUG);
        String name = (slug.isEmpty() ? "" : slug + '-') + id.toString().substring(0, ID_DIGITS);
        return community.child(QUESTIONS).child(name).home();
    }

    /** @return the page of an answer, in the space of its question */
    static PageId answer(PageId question, UUID id)
    {
        return question.space().page("Answer-" + id.toString().substring(0, ID_DIGITS));
    }

    static PageDraft question(PageId page, UUID id, UserId author, QuestionForm form)
    {
        return question(page, id, author, form, null);
    }

    static PageDraft question(PageId page, UUID id, UserId author, QuestionForm form, PageId about)
    {
        return new PageDraft(page, PlainText.cut(form.title(), PAGE_TITLE), form.body(), author, null,
            object(id, form.tags(), about == null ? "" : about.toString()), false, "", false, null);
    }

    static PageObject object(UUID id, List<String> tags)
    {
        return object(id, tags, "");
    }

    static PageObject object(UUID id, List<String> tags, String about)
    {
        String joined = String.join(" ", tags);
        return new PageObject(QuestionPageType.TYPE, id, about.isEmpty() ? Map.of(QuestionPages.TAGS, joined)
            : Map.of(QuestionPages.TAGS, joined, QuestionPages.ABOUT, about));
    }

    static PageDraft answer(PageId page, UUID id, UserId author, String title, String body)
    {
        return new PageDraft(page, PlainText.cut(title, PAGE_TITLE), body, author, null,
            new PageObject(AnswerPageType.TYPE, id, Map.of()), true, "", false, null);
    }
}
