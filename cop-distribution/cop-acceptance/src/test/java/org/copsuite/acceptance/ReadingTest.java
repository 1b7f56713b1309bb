/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.QuestionPage;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Patience;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists, tags, search, paging, and reading without JavaScript. */
@BrowserTest
class ReadingTest
{
    @Test
    void searchFindsWordsOfQuestionsAndAnswers(Browser browser, Site site)
    {
        String word = "quokka" + Member.newId().substring(0, 4);
        Site.Post question = site.ask(site.member("asker"), "What do you feed a small marsupial at night?", "?", "");
        site.answer(site.member("helper"), question, "A " + word + " eats leaves.");
        browser.as(site.stranger()).open("/bin/view/CoP/Search");
        org.awaitility.Awaitility.await().atMost(Patience.ofSeconds(60)).until(
            () -> site.stranger().ask("/search?q=" + word).body().contains(question.id()));

        browser.fill("#cop-search-q", word);
        browser.click(".cop .cop-search button[type=submit]");

        browser.waitForText(".cop-hit", question.title());
        browser.click(".cop-hit a");
        QuestionPage.shown(browser);
    }

    @Test
    void aSearchWithoutResultsOffersToAsk(Browser browser, Site site)
    {
        browser.as(site.member("asker")).open("/bin/view/CoP/Search?cop-q=xyzzyplugh");

        browser.click(".cop a[href*='cop-title=']");
        assertThat(browser.see("#cop-ask [name=title]").getDomProperty("value")).isEqualTo("xyzzyplugh");
    }

    @Test
    void aTagLeadsToItsQuestionsAndAFilterCanBeRemoved(Browser browser, Site site)
    {
        String tag = "tag" + Member.newId().substring(0, 6);
        Site.Post question = site.ask(site.member("asker"), "Which questions carry this very tag?", "These.", tag);
        browser.as(site.stranger()).open(question.path());

        browser.click(".cop-question .cop-tag");
        assertThat(browser.texts(".cop-item-title")).containsExactly(question.title());
        browser.click(".cop-filter a");
        browser.waitForNo(".cop-filter");
    }

    @Test
    void pagesOfAListFollowEachOtherWithoutGapOrRepetition(Browser browser, Site site)
    {
        String tag = "paging" + Member.newId().substring(0, 6);
        Set<String> asked = new LinkedHashSet<>();
        for (int i = 1; i <= 45; i++) {
            asked.add(site.ask(site.member("asker"), "Paging question number " + i + " of a long list", "?", tag)
                .title());
        }
        browser.as(site.stranger()).open("/bin/view/CoP/Questions?cop-order=newest&cop-tag=" + tag);
        List<String> seen = new ArrayList<>(browser.texts(".cop-item-title"));
        while (browser.sees(".cop-paging a[rel=next]")) {
            String before = browser.driver().getCurrentUrl();
            browser.click(".cop-paging a[rel=next]");
            browser.until("no next page", ignored -> browser.driver().getCurrentUrl().equals(before) ? null : true);
            seen.addAll(browser.texts(".cop-item-title"));
        }

        // XWiki keeps dates by the second: what was asked in one has no order of its own.
        assertThat(seen).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(number(seen.get(0))).isGreaterThan(number(seen.get(seen.size() - 1)));
    }

    private static int number(String title)
    {
        return Integer.parseInt(title.replaceAll("\\D", ""));
    }

    @Test
    void theOrdersOfAListAreLinks(Browser browser, Site site)
    {
        site.ask(site.member("asker"), "Which orders does a list of questions have?", "I count five.", "");
        browser.as(site.stranger()).open("/bin/view/CoP/Questions");

        List<String> orders = browser.all(".cop-questions .cop-tabs a").stream().map(link -> link.getDomProperty("href")).toList();
        assertThat(orders).hasSizeGreaterThanOrEqualTo(5);
        for (String order : orders) {
            browser.open(order);
            browser.see(".cop-questions .cop-tabs [aria-current=page]");
            assertThat(browser.sees(".cop-item")).as(order).isTrue();
        }
    }

    @Test
    void withoutJavaScriptEverythingCanBeRead(Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Can this be read without JavaScript?", "Yes, //this//.", "");
        site.answer(site.member("helper"), question, "And **this** too.");
        try (Browser browser = Browser.start(site.base(), false)) {
            browser.open(question.path());
            assertThat(browser.text(".cop-question .cop-text em")).isEqualTo("this");
            assertThat(browser.text(".cop-answers .cop-text strong")).isEqualTo("this");
            for (String page : List.of("/bin/view/CoP/WebHome", "/bin/view/CoP/Questions", "/bin/view/CoP/Communities",
                site.guild().path(), "/bin/view/CoP/Leaderboard")) {
                browser.open(page);
                assertThat(browser.driver().findElement(By.cssSelector(".cop")).getText()).as(page).isNotBlank();
            }
        }
    }
}
