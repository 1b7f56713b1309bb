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

/** Editing a post: history, and what happens when two people edit at the same time. */
@BrowserTest
class EditTest
{
    @Test
    void theAuthorEditsAndTheHistoryKnows(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Where does the first text of this go?", "First text.", "");
        QuestionPage page = QuestionPage.open(browser, site.member("asker"), question);

        page.edit(question.id());
        String form = "#cop-edit-" + question.id();
        browser.fill(form + " [name=title]", "Where does the second text of this go?");
        browser.fill(form + " [name=body]", "Second text.");
        browser.fill(form + " [name=comment]", "Said it better");
        browser.click(form + " button.btn-primary");

        browser.waitForText(".cop-question .cop-text", "Second text.");
        browser.open(question.path());
        assertThat(browser.text("h1")).contains("Where does the second text of this go?");
        browser.click(QuestionPage.post(question.id()) + " a.cop-action[href*='history']");
        browser.waitForText("body", "Said it better");
    }

    @Test
    void whoEditsAtTheSameTimeSeesBothTexts(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Whose text stays if two people edit?", "The start.", "");
        QuestionPage page = QuestionPage.open(browser, site.member("asker"), question);
        page.edit(question.id());
        String form = "#cop-edit-" + question.id();
        String version = browser.driver().findElement(org.openqa.selenium.By.cssSelector(form + " [name=version]"))
            .getDomProperty("value");
        site.member("facilitator").post("/questions/" + question.id(), Map.of("version", version, "title",
            question.title(), "body", "What the facilitator wrote.", "tags", "")).ok();

        browser.fill(form + " [name=body]", "What I wrote.");
        browser.click(form + " button.btn-primary");

        assertThat(browser.see(form + " .cop-conflict textarea").getDomProperty("value"))
            .isEqualTo("What the facilitator wrote.");
        assertThat(browser.see(form + " [name=body]").getDomProperty("value")).isEqualTo("What I wrote.");

        browser.click(form + " [data-cop-conflict=mine]");
        browser.click(form + " button.btn-primary");
        browser.waitForText(".cop-question .cop-text", "What I wrote.");
    }

    @Test
    void othersMayNotEdit(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "May another member edit my question?", "May they?", "");

        QuestionPage.open(browser, site.member("helper"), question);
        assertThat(browser.sees(QuestionPage.post(question.id()) + " a[href*='cop-edit=']")).isFalse();

        Member.Answer answer = site.member("helper").post("/questions/" + question.id(), Map.of("version", "1.1",
            "title", "Taken over by somebody else", "body", "Mine now.", "tags", ""));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(QuestionPage.open(browser, site.member("asker"), question).body()).isEqualTo("May they?");
    }

    @Test
    void theFacilitatorClosesAndReopens(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Will this question be closed today?", "Will it?", "");
        Site.Post other = site.ask(site.member("asker"), "Which question asks the same already?", "This one.", "");

        QuestionPage.open(browser, site.member("helper"), question);
        assertThat(browser.driver().findElements(org.openqa.selenium.By.cssSelector("form[action$='/closing']")))
            .isEmpty();
        assertThat(site.member("helper").post("/questions/" + question.id() + "/closing", Map.of("reason", "outdated"))
            .status()).isEqualTo(403);

        QuestionPage page = QuestionPage.open(browser, site.member("facilitator"), question);
        page.close("duplicate", other.id());
        browser.waitForText(".cop-closing", other.title());
        assertThat(browser.sees(".cop-answer-new")).isFalse();
        assertThat(site.member("helper").post("/questions/" + question.id() + "/answers",
            Map.of("id", Member.newId(), "body", "Too late.")).status()).isEqualTo(409);

        browser.click("#cop-reopen-" + question.id());
        browser.waitForNo(".cop-closing");
        browser.see(".cop-answer-new");
    }
}
