/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.QuestionPage;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Answering, commenting, accepting. */
@BrowserTest
class AnswerTest
{
    @Test
    void aMemberAnswersWithoutLeavingThePage(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Which answer appears without a reload?", "This one?", "");
        QuestionPage page = QuestionPage.open(browser, site.member("helper"), question);
        browser.run("window.sameDocument = true;");

        page.answer("This //one//, with {{{code}}}.");

        browser.waitForText(".cop-answers", "This one, with code.");
        assertThat(page.answers()).containsExactly("This one, with code.");
        assertThat(browser.text(".cop-answers .cop-text em")).isEqualTo("one");
        assertThat(browser.run("return window.sameDocument;")).isEqualTo(true);
        assertThat(browser.see(".cop-answer-new textarea[name=body]").getDomProperty("value")).isEmpty();
    }

    @Test
    void commentsStandUnderTheirPost(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Where do comments appear on this page?", "Where?", "");
        String answer = site.answer(site.member("helper"), question, "Below each post.");
        QuestionPage page = QuestionPage.open(browser, site.member("helper"), question);

        page.comment(question.id(), "Do you mean **all** of them?");
        browser.waitForText("#cop-comments-" + question.id(), "Do you mean all of them?");
        page.comment(answer, "And this one is mine.");
        browser.waitForText("#cop-comments-" + answer, "And this one is mine.");

        assertThat(page.comments(question.id())).containsExactly("Do you mean all of them?");
        assertThat(page.comments(answer)).containsExactly("And this one is mine.");
    }

    @Test
    void onlyWhoWroteACommentOrRunsTheCommunityDeletesIt(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Who may delete a comment down here?", "Who?", "");
        String comment = Member.newId();
        site.member("helper").post("/questions/" + question.id() + "/comments",
            Map.of("id", comment, "text", "A comment to delete.")).ok();

        QuestionPage.open(browser, site.member("asker"), question);
        assertThat(browser.driver().findElements(org.openqa.selenium.By.id("cop-delete-" + comment))).isEmpty();
        assertThat(site.member("asker").write("DELETE", "/comments/" + comment, Map.of()).status()).isEqualTo(403);

        QuestionPage.open(browser, site.member("helper"), question);
        browser.click("#cop-delete-" + comment);
        browser.click("#cop-comment-" + comment + " .cop-sure button");
        browser.waitForNo("#cop-comment-" + comment);
    }

    @Test
    void theAskerAcceptsAndTakesItBackNobodyElseMay(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Which of these two answers is the accepted one?", "?", "");
        String first = site.answer(site.member("helper"), question, "The first.");
        String second = site.answer(site.member("reader"), question, "The second.");

        QuestionPage.open(browser, site.member("helper"), question);
        assertThat(browser.sees("#cop-accept-" + first)).isFalse();
        assertThat(site.member("helper").post("/answers/" + first + "/acceptance", Map.of()).status()).isEqualTo(403);

        QuestionPage page = QuestionPage.open(browser, site.member("asker"), question);
        page.accept(second);
        browser.see(QuestionPage.post(second) + ".cop-accepted");
        assertThat(page.answers()).containsExactly("The second.", "The first.");

        page.accept(second);
        browser.waitForNo(".cop-accepted");
        browser.open(question.path());
        assertThat(browser.sees(".cop-accepted")).isFalse();
    }

    @Test
    void anEmptyAnswerIsRefusedInWords(Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "What happens to an empty answer?", "Nothing?", "");

        Member.Answer answer = site.member("helper").post("/questions/" + question.id() + "/answers",
            Map.of("id", Member.newId(), "body", "   "));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().get("content-type").get(0)).startsWith("application/problem+json");
        assertThat(answer.json().path("fields").path("body").asText()).contains(" ");
    }
}
