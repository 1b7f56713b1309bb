/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.time.Duration;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.QuestionPage;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Patience;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import com.deque.html.axecore.selenium.AxeBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Several people have the same question: each is counted once and hears of the answer. */
@BrowserTest
class NeedTest
{
    private static final String BOX = ".cop-need";

    private static final Duration PATIENCE = Patience.ofSeconds(20);

    private static String need(Site.Post question)
    {
        return "/questions/" + question.id() + "/need";
    }

    private static String button(Site.Post question)
    {
        return "#cop-need-" + question.id() + "-button";
    }

    private static int count(Member reader, Site.Post question)
    {
        return reader.ask(need(question)).ok().json().path("count").asInt();
    }

    private static void isAccessible(Browser browser)
    {
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth;")).isEqualTo(true);
        assertThat(new AxeBuilder().setLegacyMode().disableIframeTesting().include(BOX).analyze(browser.driver())
            .getViolations()).isEmpty();
    }

    @Test
    void aMemberHasItTooHearsOfTheAnswerAndTakesItBack(Browser browser, Site site)
    {
        Member needer = site.member("needer");
        String name = needer.credentials().name();
        Site.Post question = site.ask(site.member("asker"), "Who else waits for the printer " + Member.newId() + "?",
            "It prints nothing.", "printing");

        QuestionPage.open(browser, needer, question);
        assertThat(browser.see(button(question)).getDomAttribute("aria-pressed")).isEqualTo("false");
        browser.click(button(question));
        browser.waitForText(BOX, "1 person has this too: " + name);
        browser.waitForText(BOX, "Stop watching");
        assertThat(browser.see(button(question)).getDomAttribute("aria-pressed")).isEqualTo("true");
        isAccessible(browser);
        browser.narrow();
        browser.open(question.path());
        browser.waitForText(BOX, "1 person has this too");
        isAccessible(browser);
        browser.wide();

        browser.as(needer).open("/bin/view/CoP/Questions?cop-order=wanted");
        browser.waitForText(".cop-list", question.title());
        browser.waitForText(".cop-item-need", "1 person has this too");
        site.answer(site.member("helper"), question, "Switch it on.");
        await().atMost(PATIENCE).untilAsserted(
            () -> assertThat(site.notices(needer)).contains(question.title()));

        QuestionPage.open(browser, site.member("asker"), question);
        browser.waitForText(BOX, name);
        assertThat(browser.sees(button(question))).isFalse();
        browser.as(site.stranger()).open(question.path());
        browser.waitForText(BOX, "1 person has this too");
        assertThat(browser.text(BOX)).doesNotContain(name);

        QuestionPage.open(browser, needer, question);
        browser.click(button(question));
        browser.waitForNo(".cop-need-count");
        assertThat(browser.see(button(question)).getDomAttribute("aria-pressed")).isEqualTo("false");
        assertThat(browser.text(BOX)).contains("Watch").doesNotContain("Stop watching");
    }

    @Test
    void twoWindowsCountOnceAndClosedQuestionsNobody(Browser browser, Site site)
    {
        Member needer = site.member("needer");
        Site.Post question = site.ask(site.member("asker"), "Do two windows count twice?", "Do they?", "");
        Site.Post answered = site.ask(site.member("asker"), "Does one window count once?", "Does it?", "");
        QuestionPage.open(browser, needer, question);
        needer.write("PUT", need(question), Map.of()).ok();
        browser.click(button(question));
        browser.waitForText(BOX, "1 person has this too");
        assertThat(count(site.stranger(), question)).isEqualTo(1);

        assertThat(site.member("asker").write("PUT", need(question), Map.of()).status()).as("the asker").isEqualTo(403);
        assertThat(site.stranger().send("PUT", Site.REST + need(question), Map.of(), Map.of()).status())
            .as("a guest").isIn(401, 403);
        assertThat(needer.send("PUT", Site.REST + need(answered), Map.of(), Map.of()).status()).as("no token").isEqualTo(403);
        assertThat(count(site.stranger(), answered)).isZero();
        for (String other : new String[] {Member.newId(), site.guild().id(), "no-id",
            site.answer(site.member("helper"), answered, "It does.")}) {
            assertThat(needer.write("PUT", "/questions/" + other + "/need", Map.of()).status()).as(other).isEqualTo(404);
        }
        site.member("facilitator").post("/questions/" + question.id() + "/closing",
            Map.of("reason", "duplicate", "duplicateOf", answered.id())).ok();
        Member.Answer closed = site.member("helper").write("PUT", need(question), Map.of());
        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.json().path("detail").asText()).contains("another one asks the same");
        QuestionPage.open(browser, site.member("helper"), question);
        browser.waitForText(BOX, "1 person has this too");
        assertThat(browser.sees(button(question))).isFalse();
        needer.write("DELETE", need(question), Map.of()).ok();
        assertThat(count(needer, question)).isZero();
    }

    @Test
    void nobodyIsNamedOnAnAnonymousQuestionAndNothingIsToldOfAPrivateOne(Browser browser, Site site)
    {
        Member asker = site.member("shy");
        Member needer = site.member("needer");
        site.appoint(site.guild(), asker, "member");
        String id = Member.newId();
        Member.Answer asked = asker.post("/questions", Map.of("id", id, "community", site.guild().id(), "title",
            "Who else does not dare to ask this?", "body", "I do not.", "anonymous", "true")).ok();
        Site.Post question = new Site.Post(id, "Who else does not dare to ask this?", site.path(asked));
        QuestionPage.open(browser, needer, question);
        assertThat(browser.see(button(question)).getDomAttribute("title")).contains("Nobody sees your name");
        browser.click(button(question));
        browser.waitForText(BOX, "1 person has this too");
        assertThat(browser.text(".cop-need-count")).isEqualTo("1 person has this too");
        assertThat(asker.write("PUT", need(question), Map.of()).status()).isEqualTo(403);
        assertThat(site.admin().ask(need(question)).ok().json().path("people")).isEmpty();

        Site.Community secret = site.found("Quiet Needs " + Member.newId().substring(0, 6), "private");
        site.appoint(secret, asker, "member");
        Site.Post hidden = site.ask(asker, secret, "What do we all need?", "Nothing.", "");
        for (Member other : new Member[] {needer, site.stranger()}) {
            assertThat(other.ask(need(hidden)).status()).isEqualTo(404);
        }
        assertThat(needer.write("PUT", need(hidden), Map.of()).status()).isEqualTo(404);
        assertThat(needer.write("DELETE", need(hidden), Map.of()).status()).isEqualTo(404);
    }
}
