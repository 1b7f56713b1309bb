/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Declaring a topic with what one offers and what shows it, changing it, being found by it. */
@BrowserTest
class ExpertiseTest
{
    private static final String SECTION = "#cop-topics";

    private static final String DECLARE = ".cop-declare";

    private static String topic()
    {
        return "knots" + Member.newId().substring(0, 6);
    }

    @Test
    void aTopicIsDeclaredChangedAndFound(Browser browser, Site site)
    {
        Member sailor = site.member("knotter");
        String topic = topic();
        Site.Post shown = site.ask(sailor, "Which knot holds a <b>" + topic + "</b>?", "Somebody knows.", "");
        browser.as(sailor).open(site.profile(sailor));
        browser.see("#cop-topic-name");
        browser.fill("#cop-topic-name", topic);
        browser.run("document.querySelector('.cop-declare input[value=mentoring]').click();");
        browser.fill("#cop-topic-note", "Ask me on board.");
        browser.fill("#cop-topic-evidence", "javascript:alert(1)");
        browser.click(DECLARE + " button[type=submit]");
        browser.waitForText(DECLARE, "This is not a page of this wiki that you can view: javascript:alert(1)");
        assertThat(browser.run("return document.querySelector('#cop-topic-note').value;")).isEqualTo("Ask me on board.");
        browser.run("document.querySelector('#cop-topic-evidence').value = arguments[0];",
            site.base() + shown.path());
        browser.click(DECLARE + " button[type=submit]");
        browser.waitForText(SECTION + " .cop-topic-offers", "mentoring");
        assertThat(browser.text(SECTION + " .cop-topic-evidence")).contains("Which knot holds a <b>" + topic + "</b>?");
        assertThat(browser.text(SECTION + " .cop-load")).contains("5 questions a week");

        browser.narrow();
        browser.open(site.profile(sailor));
        browser.click("#cop-topic-1-change");
        // Meanwhile the topic changes in another window.
        sailor.post("/topics", Map.of("topic", topic, "level", "expert", "note", "Changed elsewhere.")).ok();
        browser.fill("#cop-topic-1-note", "Mine is kept.");
        browser.click("form#cop-topic-1 button[type=submit]");
        browser.waitForText("form#cop-topic-1", "another window");
        assertThat(browser.run("return document.querySelector('#cop-topic-1-note').value;")).isEqualTo("Mine is kept.");
        browser.wide();

        browser.as(site.member("reader")).open("/bin/view/CoP/People?cop-topic=" + topic);
        browser.waitForText(".cop-experts", "Offers mentoring");
        browser.open(site.profile(sailor));
        browser.waitForText(SECTION, "Changed elsewhere.");
        assertThat(browser.sees("#cop-topic-1-change")).isFalse();
        assertThat(browser.text(SECTION + " .cop-load")).contains("Can be sent 5 questions a week");
    }

    @Test
    void aPageThatTheReaderMayNotViewIsNotNamed(Site site)
    {
        Site.Community secret = site.found("Knot Guild " + Member.newId().substring(0, 6), "private");
        Member insider = site.member("insider");
        site.appoint(secret, insider, "member");
        Site.Post hidden = site.ask(insider, secret, "Which knot is secret?", "It is.", "");
        String topic = topic();
        insider.post("/topics", Map.of("topic", topic, "level", "working", "evidence", site.base() + hidden.path())).ok();

        String mine = insider.ask("/topics?user=" + site.userId(insider)).toString();
        assertThat(mine).contains("Which knot is secret?");
        assertThat(site.member("outsider").ask("/topics?user=" + site.userId(insider)).toString()).contains(topic)
            .doesNotContain("Which knot is secret?");
        assertThat(site.member("outsider").post("/topics", Map.of("topic", topic, "level", "working", "evidence",
            site.base() + hidden.path())).status()).isEqualTo(400);
    }
}
