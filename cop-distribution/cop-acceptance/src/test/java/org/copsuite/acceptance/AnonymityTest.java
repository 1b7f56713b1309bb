/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.AskPage;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

/** A member asks anonymously, hears of the answer, accepts it, and shows their name. */
@BrowserTest
class AnonymityTest
{
    private static final String PANEL = "#cop-anonymity";

    private static final String NOTICES = "/bin/view/CoP/Notices";

    private static final String NOBODY = "Anonymous member";

    private static void fits(Browser browser)
    {
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth;")).isEqualTo(true);
    }

    private static String askedBy(Browser browser)
    {
        return browser.text(".cop-question > .cop-post .cop-byline");
    }

    @Test
    void somebodyAsksAnonymouslyAndLaterShowsTheirName(Browser browser, Site site)
    {
        Member asker = site.member("shy");
        Member helper = site.member("helper");
        site.appoint(site.guild(), asker, "member");
        String name = asker.credentials().name();
        browser.narrow();
        AskPage page = AskPage.open(browser, asker, site.guild()).type("May one ask here what everybody knows?",
            "I do not dare to ask it under my name.", "courage");
        assertThat(browser.text(AskPage.FORM)).contains("only an administrator can have it revealed");
        browser.click("#cop-ask-anonymous");
        fits(browser);
        page.send();
        browser.waitForText(PANEL, "You asked this question anonymously");
        fits(browser);
        String path = browser.driver().getCurrentUrl();
        assertThat(askedBy(browser)).contains(NOBODY).doesNotContain(name);
        assertThat(browser.sees("#cop-watch-question")).isFalse();
        String id = browser.see(".cop-question").getDomAttribute("id").substring("cop-thread-".length());

        browser.as(helper).open(path);
        assertThat(askedBy(browser)).contains(NOBODY);
        assertThat(browser.sees(PANEL)).isFalse();
        assertThat(browser.driver().getPageSource()).doesNotContain(name);
        String answer = site.answer(helper, new Site.Post(id, "", path), "Of course: everybody began once.");
        assertThat(helper.post("/questions/" + id + "/unsealing", Map.of()).status()).isEqualTo(403);
        assertThat(helper.post("/questions/" + id + "/reveals", Map.of("reason", "Curious.")).status()).isEqualTo(403);
        assertThat(site.stranger().ask("/questions/" + id).ok().json().toString()).doesNotContain(name);

        browser.as(asker).open(NOTICES);
        browser.waitForText("#cop-anonymous", "New: May one ask here what everybody knows?");
        fits(browser);
        browser.click("#cop-anonymous .cop-notice-link");
        browser.click("#cop-accept-" + answer);
        browser.waitForText(".cop-accepted", "everybody began once");
        browser.click("#cop-unseal");
        browser.waitForText(PANEL, "You cannot take that back");
        browser.click(PANEL + " .btn-danger");
        browser.waitForNo(PANEL);
        browser.waitForText(".cop-question > .cop-post .cop-byline", name);
        browser.as(helper).open(path);
        assertThat(askedBy(browser)).contains(name).doesNotContain(NOBODY);
        browser.wide();
    }

    @Test
    void anAdministratorIsToldWithAReasonThatTheAskerReads(Browser browser, Site site)
    {
        Member asker = site.member("shy");
        site.appoint(site.guild(), asker, "member");
        String id = Member.newId();
        Member.Answer asked = asker.post("/questions", Map.of("id", id, "community", site.guild().id(), "title",
            "Who has broken the big window?", "body", "It was me.", "anonymous", "true")).ok();
        String path = site.path(asked);

        browser.as(site.admin()).open(path);
        browser.click("#cop-reveal");
        browser.fill("#cop-reveal-reason", "The <b>insurance</b> asks.");
        browser.click(PANEL + " .btn-danger");
        browser.waitForText(PANEL, "Asked by: " + asker.credentials().name());

        browser.as(asker).open(path);
        browser.waitForText(PANEL, "The <b>insurance</b> asks.");
        assertThat(browser.text(PANEL)).contains(site.shownName(site.admin()));
    }
}
