/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

/** Questions about a page of the wiki: asked from the page, listed for it, and naming it. */
@BrowserTest
class AboutPageTest
{
    private static final String PAGE = "xwiki:CoP.WebHome";

    @Test
    void aQuestionIsAskedAboutAPageAndListedForIt(Browser browser, Site site)
    {
        String id = Member.newId();
        String url = site.path(site.member("asker").post("/questions", Map.of("id", id, "community", site.guild().id(),
            "title", "What does the home of the suite leave out?", "body", "Something.", "about", PAGE)).ok());

        assertThat(site.member("reader").ask("/about?page=" + Member.encode(PAGE)).json().path("items")
            .findValuesAsText("id")).contains(id);
        browser.as(site.member("reader")).open(url);
        assertThat(browser.text(".cop-question-meta")).contains("About the page CoP");
        assertThat(site.member("asker").post("/questions", Map.of("id", Member.newId(), "community", site.guild().id(),
            "title", "What does a page say that is not there?", "body", "?", "about", "xwiki:No.Such")).status())
            .isEqualTo(400);
    }

    @Test
    void theFormNamesThePageThatOneAsksAbout(Browser browser, Site site)
    {
        assertThat(site.guild().id()).as("somewhere to ask").isNotEmpty();
        browser.as(site.member("asker")).open("/bin/view/CoP/Ask?cop-about=" + Member.encode(PAGE));
        browser.see("#cop-ask");
        assertThat(browser.driver().findElement(By.cssSelector("#cop-ask input[name=about]")).getDomProperty("value"))
            .isEqualTo(PAGE);
        browser.open("/bin/view/CoP/Ask?cop-about=nonsense");
        browser.see("#cop-ask");
        assertThat(browser.driver().findElements(By.cssSelector("#cop-ask input[name=about]"))).isEmpty();
    }
}
