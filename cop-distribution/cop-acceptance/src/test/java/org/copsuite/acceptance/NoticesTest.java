/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.QuestionPage;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Patience;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Being told what others did, and watching. */
@BrowserTest
class NoticesTest
{
    private static final String PAGE = "/bin/view/CoP/Notices";

    private static final Duration PATIENCE = Patience.ofSeconds(20);

    /** A wiki that shows notices with its other notifications keeps no list of ours. */
    private static void assumeAList(Site site)
    {
        assumeTrue(site.member("asker").read(PAGE).ok().document().select(".cop-notices .cop-note").isEmpty(),
            "This wiki shows notices with its other notifications.");
    }

    /** What somebody is told, newest first: kind and title. */
    private static List<String> told(Member member)
    {
        List<String> told = new ArrayList<>();
        member.ask("/notices?limit=100").ok().json().path("items").forEach(
            notice -> told.add(notice.path("kind").asText() + ' ' + notice.path("title").asText()));
        return told;
    }

    private static void waitFor(Member member, String notice)
    {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(member)).contains(notice));
    }

    @Test
    void anAnswerBringsTheAskerANoticeAndNobodyElse(Browser browser, Site site)
    {
        assumeAList(site);
        String title = "Who is told of this very answer?";
        Site.Post question = site.ask(site.member("asker"), title, "Who?", "");
        String answer = site.answer(site.member("helper"), question, "You are.");
        waitFor(site.member("asker"), "answer " + title);

        assertThat(told(site.member("helper"))).doesNotContain("answer " + title);
        assertThat(told(site.member("reader"))).doesNotContain("answer " + title);
        assertThat(site.stranger().ask("/notices").status()).isEqualTo(401);
        assertThat(site.stranger().read(PAGE).document().select(".cop-notice")).isEmpty();

        browser.as(site.member("asker")).open(PAGE);
        browser.click(".cop-notice-unread a.cop-notice-link[href$='#cop-post-" + answer + "']");
        browser.see(QuestionPage.post(answer));
    }

    @Test
    void noticesAreMarkedAsReadWithoutLeavingThePage(Browser browser, Site site)
    {
        assumeAList(site);
        Member asker = site.member("marker");
        Site.Post question = site.ask(asker, "How does one mark a notice as read?", "How?", "");
        site.answer(site.member("helper"), question, "One by one.");
        site.answer(site.member("reader"), question, "All at once.");
        await().atMost(PATIENCE)
            .untilAsserted(() -> assertThat(asker.ask("/notices").ok().json().path("unread").asInt()).isEqualTo(2));
        browser.as(asker).open(PAGE);
        browser.run("window.sameDocument = true;");
        assertThat(browser.all(".cop-notice-unread")).hasSize(2);

        browser.click(".cop-notice-unread .btn-link");
        browser.until("still two unread", seen -> seen.all(".cop-notice-unread").size() == 1 ? Boolean.TRUE : null);
        browser.click("#cop-notices-read");
        browser.waitForNo(".cop-notice-unread");

        assertThat(browser.all(".cop-notice")).hasSize(2);
        assertThat(browser.run("return window.sameDocument;")).isEqualTo(true);
        assertThat(asker.ask("/notices").ok().json().path("unread").asInt()).isZero();
        String oldest = asker.ask("/notices").json().path("items").path(1).path("id").asText();
        assertThat(site.member("helper").post("/notices/" + oldest + "/reading", Map.of()).status())
            .as("nobody marks another's").isEqualTo(404);
    }

    @Test
    void whoWatchesACommunityIsToldUntilTheListSaysStop(Browser browser, Site site)
    {
        Member watcher = site.member("watcher");
        Site.Community community = site.found("Watched Guild " + Member.newId().substring(0, 6), "open");
        browser.as(watcher).open(community.path());
        browser.click("#cop-watch-community-button");
        browser.waitForText("#cop-watch-community-button", "Stop watching");
        browser.open(PAGE);
        browser.waitForText("#cop-watched", community.title());

        String first = "Is the watcher told of this question?";
        ask(site, community, first);
        if (site.member("asker").read(PAGE).ok().document().select(".cop-notices .cop-note").isEmpty()) {
            waitFor(watcher, "question " + first);
            assertThat(told(site.member("reader"))).doesNotContain("question " + first);
        }

        browser.open(PAGE);
        browser.click("#cop-watched form button");
        browser.waitForText("#cop-watched", "Nothing yet");
        browser.open(community.path());
        assertThat(browser.text("#cop-watch-community-button")).isEqualTo("Watch");
    }

    private static void ask(Site site, Site.Community community, String title)
    {
        site.member("asker").post("/questions", Map.of("id", Member.newId(), "community", community.id(), "title", title,
            "body", "Is it?", "tags", "")).ok();
    }

    @Test
    void whoAskedWatchesAndCanStop(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Can the asker stop watching the own question?", "?", "");
        QuestionPage.open(browser, site.member("reader"), question);
        assertThat(browser.text("#cop-watch-question-button")).isEqualTo("Watch");

        QuestionPage.open(browser, site.member("asker"), question);
        assertThat(browser.text("#cop-watch-question-button")).isEqualTo("Stop watching");
        browser.click("#cop-watch-question-button");
        browser.waitForText("#cop-watch-question-button", "Watch");
        browser.until("still watching",
            seen -> "Watch".equals(seen.text("#cop-watch-question-button")) ? Boolean.TRUE : null);

        QuestionPage.open(browser, site.member("asker"), question);
        assertThat(browser.text("#cop-watch-question-button")).isEqualTo("Watch");
        QuestionPage.open(browser, site.stranger(), question);
        assertThat(browser.sees("#cop-watch-question-button")).isFalse();
    }
}
