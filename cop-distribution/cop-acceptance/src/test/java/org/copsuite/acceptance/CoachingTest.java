/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.AskPage;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Patience;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A newcomer's first question is coached by a volunteer, edited and published by its author. */
@BrowserTest
class CoachingTest
{
    private static final String PANEL = "#cop-coaching";

    private static final String LIST = "/bin/view/CoP/FirstQuestions";

    private static final Duration PATIENCE = Patience.ofSeconds(20);

    private static final String TITLE = "Why does my <b>first</b> loaf collapse?";

    /** Both widths, without what axe finds serious and without scrolling sideways. */
    private static void check(Browser browser, String css)
    {
        for (Runnable width : List.<Runnable>of(browser::narrow, browser::wide)) {
            width.run();
            browser.see(css);
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth;")).isEqualTo(true);
            assertThat(AccessibilityTest.violations(browser)).isEmpty();
        }
    }

    private static void panel(Browser browser, Site.Community community)
    {
        browser.open(community.path());
        browser.until("No panel", page -> (Boolean) page.run(
            "document.querySelector('[data-cop-load]')?.scrollIntoView();"
                + "return !document.querySelector('[data-cop-load]') && !!document.querySelector(arguments[0]);", PANEL)
            ? true : null);
    }

    @Test
    void aFirstQuestionIsCoachedAndPublishedByItsAuthor(Browser browser, Site site)
    {
        Site.Community community = site.found("First bakers " + Member.newId().substring(0, 6), "open");
        Member facilitator = site.member("facilitator");
        Member coach = site.member("coach");
        Member newcomer = site.member("beginner");
        site.appoint(community, coach, "member");
        browser.as(coach).open(community.path());
        assertThat(browser.sees(PANEL)).as("off by default").isFalse();
        facilitator.post("/settings/communities/" + community.id(), Map.of("coaching.on", "true")).ok();

        panel(browser, community);
        assertThat(browser.text(PANEL)).doesNotContain("Without coaching");
        browser.click("#cop-coaching-volunteer");
        browser.waitForText(PANEL, "You help with first questions.");
        check(browser, PANEL);

        AskPage form = AskPage.open(browser, newcomer, community);
        assertThat(browser.text("#cop-ask-coached")).contains("coaches see it first");
        form.type(TITLE, "It was **fine** in the oven.\n\n{{html}}<i>x</i>{{/html}}", "bread").send();
        browser.waitForText(".cop-held", "This question is not published.");
        assertThat(browser.text("#cop-held-heading")).isEqualTo(TITLE);
        assertThat(browser.sees(".cop-held .cop-text i")).isFalse();
        check(browser, ".cop-held");
        String path = browser.driver().getCurrentUrl();

        browser.as(site.stranger()).open(path);
        assertThat(browser.driver().getPageSource()).doesNotContain("loaf collapse");
        browser.open(community.path());
        assertThat(browser.driver().getPageSource()).doesNotContain("loaf collapse");

        await().atMost(PATIENCE).untilAsserted(
            () -> assertThat(site.notices(coach)).contains("has written a first question").doesNotContain("loaf collapse"));
        browser.as(coach);
        panel(browser, community);
        browser.waitForText(PANEL, "One first question waits");
        browser.open(LIST);
        check(browser, ".cop-held-row");
        browser.click(".cop-held-row a");
        assertThat(browser.sees("#cop-held-publish")).isFalse();
        browser.fill("#cop-held-comment-text", "Which <flour> do you use?");
        browser.click("#cop-held-comment button[type=submit]");
        browser.waitForText("#cop-held-comments", "Which <flour> do you use?");
        check(browser, ".cop-held");

        browser.as(newcomer).open(path);
        browser.waitForText("#cop-held-comments", "Which <flour> do you use?");
        browser.click("#cop-held-edit-open");
        browser.fill("#cop-held-edit-title", "Why does my rye loaf collapse?");
        check(browser, "#cop-held-edit-title");
        browser.click("#cop-held-edit button[type=submit]");
        browser.waitForText("#cop-held-heading", "Why does my rye loaf collapse?");
        browser.click("#cop-held-publish button[type=submit]");
        browser.waitForText("h1", "Why does my rye loaf collapse?");
        browser.see(".cop-question");
        assertThat(browser.driver().getPageSource()).doesNotContain("do you use?");

        browser.as(site.stranger()).open(community.path());
        browser.waitForText(".cop-list", "Why does my rye loaf collapse?");
        browser.as(facilitator);
        panel(browser, community);
        assertThat(browser.text(PANEL)).contains("Without coaching", "fewer than 5");
        check(browser, PANEL);
        assertThat((Boolean) browser.run("const [one, next] = document.querySelectorAll('#cop-settings > .cop-box');"
            + "return next.getBoundingClientRect().top > one.getBoundingClientRect().bottom;")).as("settings apart").isTrue();
    }

    @Test
    void itsAuthorWithdrawsItOrMayWaitNoLonger(Browser browser, Site site)
    {
        Site.Community community = site.found("First smiths " + Member.newId().substring(0, 6), "open");
        site.member("facilitator").post("/settings/communities/" + community.id(), Map.of("coaching.on", "true")).ok();
        Member newcomer = site.member("smith");
        AskPage.open(browser, newcomer, community).type("How hot is a hammer, in the end?", "Mine is cold.", "").send();
        browser.see(".cop-held");
        site.member("facilitator").post("/settings/communities/" + community.id(), Map.of("coaching.on", "false")).ok();
        browser.open(browser.driver().getCurrentUrl());
        browser.waitForText(".cop-held", "There is nothing to wait for");
        browser.click("#cop-held-withdraw");
        browser.click(".cop-held .btn-danger");
        browser.waitForText(".cop-held-lists", "You have no such question.");
        check(browser, ".cop-held-lists");
    }
}
