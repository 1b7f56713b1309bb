/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.AskPage;
import org.copsuite.acceptance.page.QuestionPage;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** Asking and voting with the keyboard alone. */
@BrowserTest
class KeyboardTest
{
    @Test
    void askingNeedsNoMouse(Browser browser, Site site)
    {
        AskPage.open(browser, site.member("asker"), site.guild());
        browser.run("document.activeElement.blur();");

        browser.tabTo(AskPage.FORM + " [name=title]").sendKeys("Can one ask with the keyboard alone?");
        browser.tabTo(AskPage.FORM + " [name=body]").sendKeys("I put my mouse away.");
        browser.tabTo(AskPage.FORM + " [name=tags]").sendKeys("keyboard");
        browser.tabTo(AskPage.FORM + " .cop-buttons button[type=submit]");
        browser.press(Keys.ENTER);

        QuestionPage.shown(browser);
        assertThat(browser.text("h1")).contains("Can one ask with the keyboard alone?");
    }

    @Test
    void votingNeedsNoMouseAndKeepsTheFocus(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Can one vote with the keyboard alone?", "Try.", "");
        QuestionPage page = QuestionPage.open(browser, site.member("helper"), question);
        String up = QuestionPage.voteButton(question.id(), true);

        browser.tabTo(up);
        browser.press(Keys.SPACE);
        page.waitForScore(question.id(), 1);
        browser.until("focus lost", ignored -> (Boolean) browser.run(
            "return document.activeElement.matches(arguments[0]);", up) ? true : null);
        browser.press(Keys.ENTER);
        page.waitForScore(question.id(), 0);
    }

    @Test
    void whatHasTheFocusCanBeSeen(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Where is the focus on this page right now?", "Here.", "");
        QuestionPage.open(browser, site.member("helper"), question);
        browser.tabTo(QuestionPage.voteButton(question.id(), true));

        Object seen = browser.run("const s = getComputedStyle(document.activeElement);"
            + "return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none';");
        assertThat(seen).isEqualTo(true);
    }
}
