/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.AskPage;
import org.copsuite.acceptance.page.QuestionPage;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever goes wrong on the way, what one typed is still there. */
@BrowserTest
class LostTextTest
{
    private static final String TEXT = "A long and careful text that must not be lost.";

    private static final String FIELD = ".cop-answer-new textarea[name=body]";

    private static final String SEND = ".cop-answer-new button[type=submit]";

    @AfterEach
    void online(Browser browser)
    {
        browser.offline(false);
    }

    @Test
    void aLostConnectionKeepsTheTextAndTryingAgainWorks(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "What happens if the connection is lost?", "What?", "");
        QuestionPage page = QuestionPage.open(browser, site.member("helper"), question);

        browser.offline(true);
        page.answer(TEXT);
        browser.see(".cop-answer-new [role=alert]");
        assertThat(browser.see(FIELD).getDomProperty("value")).isEqualTo(TEXT);

        browser.offline(false);
        browser.click(SEND);
        browser.waitForText(".cop-answers", TEXT);
        assertThat(page.answers()).containsExactly(TEXT);
    }

    @Test
    void goingAwayAndComingBackKeepsTheText(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "What happens to the text if I go away?", "What?", "");
        QuestionPage.open(browser, site.member("helper"), question);
        browser.fill(FIELD, TEXT);
        browser.open("/bin/view/CoP/Questions");
        browser.open(question.path());

        browser.until("no text", ignored -> TEXT.equals(browser.see(FIELD).getDomProperty("value")) ? true : null);
    }

    @Test
    void anEndedSessionKeepsTheTextAndASecondTabSignsInAgain(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "What happens if the session ends?", "What?", "");
        Member helper = site.again(site.member("helper"));
        QuestionPage page = QuestionPage.open(browser, helper, question);
        browser.driver().manage().deleteAllCookies();

        page.answer(TEXT);
        assertThat(browser.see(".cop-answer-new [role=alert] a").getDomProperty("href")).contains("login");
        assertThat(browser.see(FIELD).getDomProperty("value")).isEqualTo(TEXT);

        browser.signIn(site.again(helper));
        browser.click(SEND);
        browser.waitForText(".cop-answers", TEXT);
        assertThat(page.answers()).containsExactly(TEXT);
    }

    @Test
    void anOldTokenIsReplacedWithoutTrouble(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "What happens if the form token is old?", "What?", "");
        QuestionPage page = QuestionPage.open(browser, site.member("helper"), question);
        browser.run("document.querySelectorAll('input[name=form_token]').forEach(t => t.value = 'old');");

        page.answer(TEXT);

        browser.waitForText(".cop-answers", TEXT);
        assertThat(page.answers()).containsExactly(TEXT);
    }

    @Test
    void aRefusalKeepsEveryFieldOfTheForm(Browser browser, Site site)
    {
        AskPage page = AskPage.open(browser, site.member("asker"), site.guild())
            .type("Is everything kept after a refusal?", TEXT, "one two three four five six seven eight");
        page.send();

        browser.see(AskPage.FORM + " [name=tags][aria-invalid=true]");
        assertThat(page.value("title")).isEqualTo("Is everything kept after a refusal?");
        assertThat(page.value("body")).isEqualTo(TEXT);
        assertThat(page.value("tags")).contains("eight");
    }
}
