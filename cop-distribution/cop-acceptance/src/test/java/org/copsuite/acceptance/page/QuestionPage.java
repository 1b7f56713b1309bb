/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.page;

import java.util.List;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;

/** The page of a question, as its reader sees it. */
public final class QuestionPage
{
    private final Browser browser;

    private QuestionPage(Browser browser)
    {
        this.browser = browser;
    }

    /** Opens it as somebody. */
    public static QuestionPage open(Browser browser, Member reader, Site.Post question)
    {
        browser.as(reader).open(question.path());
        return shown(browser);
    }

    /** @return the one that is shown, as soon as it is */
    public static QuestionPage shown(Browser browser)
    {
        browser.see(".cop-question .cop-post");
        return new QuestionPage(browser);
    }

    /** @return the CSS selector of a post */
    public static String post(String id)
    {
        return "#cop-post-" + id;
    }

    /** @return the text of the question */
    public String body()
    {
        return this.browser.text(".cop-question > .cop-post .cop-text");
    }

    /** @return the texts of the answers, in the order shown */
    public List<String> answers()
    {
        return this.browser.texts(".cop-answers .cop-post .cop-post-body > .cop-text");
    }

    /** @return the score shown beside a post */
    public int score(String id)
    {
        return Integer.parseInt(this.browser.text(post(id) + " .cop-score b").replace('\u2212', '-'));
    }

    /** Waits for a score beside a post. */
    public void waitForScore(String id, int score)
    {
        this.browser.until("no score " + score, ignored -> score(id) == score ? Boolean.TRUE : null);
    }

    /** @return the selector of a vote button */
    public static String voteButton(String id, boolean up)
    {
        return post(id) + " .cop-vote-" + (up ? "up" : "down");
    }

    /** Votes, or takes the vote back. */
    public void vote(String id, boolean up)
    {
        this.browser.click(voteButton(id, up));
    }

    /** Writes an answer and waits until it is there. */
    public void answer(String text)
    {
        this.browser.fill(".cop-answer-new textarea[name=body]", text);
        this.browser.click(".cop-answer-new button[type=submit]");
    }

    /** Writes a comment on a post. */
    public void comment(String id, String text)
    {
        String form = "#cop-comments-" + id + " .cop-comment-new ";
        this.browser.fill(form + "textarea", text);
        this.browser.click(form + "button[type=submit]");
    }

    /** @return the comments of a post */
    public List<String> comments(String id)
    {
        return this.browser.texts("#cop-comments-" + id + " .cop-comment .cop-text");
    }

    /** Accepts an answer, or takes that back. */
    public void accept(String answer)
    {
        this.browser.click("#cop-accept-" + answer);
    }

    /** Opens the form that changes a post. */
    public void edit(String id)
    {
        this.browser.click(post(id) + " a.cop-action[href*='cop-edit=']");
        this.browser.see("#cop-edit-" + id);
    }

    /** Closes the question. */
    public void close(String reason, String duplicateOf)
    {
        String form = "form[action$='/closing'] ";
        this.browser.clickInside(form + "input[name=reason][value='" + reason + "']");
        if (duplicateOf != null) {
            this.browser.fill(form + "input[name=duplicateOf]", duplicateOf);
        }
        this.browser.click(form + "button[type=submit]");
    }
}
