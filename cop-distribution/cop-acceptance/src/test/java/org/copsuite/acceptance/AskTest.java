/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.AskPage;
import org.copsuite.acceptance.page.QuestionPage;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/** Asking: what is offered while one types, and what is there afterwards. */
@BrowserTest
class AskTest
{
    @Test
    void aMemberAsksAndLandsOnTheQuestion(Browser browser, Site site)
    {
        AskPage.open(browser, site.member("asker"), site.guild())
            .type("How do we name the branches of a release?", "We have **three** teams.\n\n* one\n* two", "git naming")
            .send();

        browser.see(".cop-question");
        assertThat(browser.text("h1")).contains("How do we name the branches of a release?");
        assertThat(browser.text(".cop-question .cop-text strong")).isEqualTo("three");
        assertThat(browser.texts(".cop-question .cop-text li")).containsExactly("one", "two");
        assertThat(browser.texts(".cop-question .cop-post .cop-tag")).containsExactlyInAnyOrder("git", "naming");
        assertThat(browser.text(".cop-question .cop-byline")).contains(site.member("asker").credentials().name());
    }

    @Test
    void similarQuestionsAndWhoCouldAnswerAppearWhileTyping(Browser browser, Site site)
    {
        Site.Post earlier = site.ask(site.member("asker"), "Where are the calibration protocols of the microscope kept?",
            "I look for the calibration protocols.", "microscope");
        String answer = site.answer(site.member("helper"), earlier,
            "The calibration protocols of the microscope are in the cabinet next to the door.");
        site.member("asker").post("/answers/" + answer + "/acceptance", java.util.Map.of()).ok();
        site.awaitIndexed(site.member("asker"), earlier);

        AskPage page = AskPage.open(browser, site.member("reader"), site.guild());
        page.type("Who has the microscope calibration protocols?", "", "");

        browser.waitForText("#cop-ask-live", earlier.title());
        browser.waitForText("#cop-ask-live", site.member("helper").credentials().name());
        assertThat(page.value("title")).isEqualTo("Who has the microscope calibration protocols?");
    }

    @Test
    void theFormAlsoWorksWhereTheWikiShowsThePageAgainWithoutLoadingIt(Browser browser, Site site)
    {
        Site.Post earlier = site.ask(site.member("asker"), "When is the centrifuge serviced by the manufacturer?", "When?",
            "centrifuge");
        site.awaitIndexed(site.member("asker"), earlier);
        AskPage page = AskPage.open(browser, site.member("reader"), site.guild());

        browser.run("const root = document.querySelector(arguments[0]).closest('.cop'); root.outerHTML = root.outerHTML;",
            AskPage.FORM);
        page.type("When does somebody service the centrifuge?", "", "");

        browser.waitForText("#cop-ask-live", earlier.title());
    }

    @Test
    void aTitleThatIsTooShortIsRefusedInWordsAndKeepsTheText(Browser browser, Site site)
    {
        AskPage page = AskPage.open(browser, site.member("asker"), site.guild()).type("Why?", "Because I ask.", "");
        browser.run("document.querySelector(arguments[0]).noValidate = true;", AskPage.FORM);
        page.send();

        WebElement title = browser.see(AskPage.FORM + " [name=title][aria-invalid=true]");
        String message = browser.driver().findElement(By.id(lastWord(title.getDomAttribute("aria-describedby")))).getText();
        assertThat(message).contains("10");
        assertThat(page.value("body")).isEqualTo("Because I ask.");
    }

    @Test
    void aDoubleClickAsksOnce(Browser browser, Site site)
    {
        String title = "Does a double click ask this question twice?";
        AskPage.open(browser, site.member("asker"), site.guild()).type(title, "It should not.", "double");
        browser.run("const b = document.querySelector(arguments[0]); b.click(); b.click(); b.form.requestSubmit();",
            AskPage.FORM + " button[type=submit]");

        QuestionPage.shown(browser);
        assertThat(site.member("asker").ask("/questions?tag=double&community=" + site.guild().id()).json()
            .findValuesAsText("title")).containsOnlyOnce(title);
    }

    @Test
    void aStrangerIsAskedToSignIn(Browser browser, Site site)
    {
        browser.as(site.stranger()).open(AskPage.path(site.guild()));

        browser.see(".cop a.btn[href*='login']");
        assertThat(browser.sees(AskPage.FORM)).isFalse();
    }

    @Test
    void askingForAPrivateCommunityOfOthersIsRefused(Site site)
    {
        Site.Community secret = site.found("Closed Door " + Member.newId().substring(0, 6), "private");

        Member.Answer answer = site.member("outsider").post("/questions", java.util.Map.of("id", Member.newId(),
            "community", secret.id(), "title", "May I ask something in here?", "body", "Please.", "tags", ""));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain(secret.title());
    }

    private static String lastWord(String ids)
    {
        return ids.substring(ids.lastIndexOf(' ') + 1);
    }
}
