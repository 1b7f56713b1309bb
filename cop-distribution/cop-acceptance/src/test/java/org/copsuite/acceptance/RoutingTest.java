/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Patience;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A question reaches somebody who may know, or whom the asker names. */
@BrowserTest
class RoutingTest
{
    private static final String BOX = "#cop-asked";

    private static final Duration PATIENCE = Patience.ofSeconds(20);

    private static String unique(String word)
    {
        return word + Member.newId().substring(0, 8);
    }

    private static Member joined(Site site, String name)
    {
        Member member = site.member(name);
        site.appoint(site.guild(), member, "member");
        return member;
    }

    private static String asked(Site.Post question)
    {
        return "/questions/" + question.id() + "/asked";
    }

    private static List<String> names(Member reader, Site.Post question)
    {
        List<String> names = new ArrayList<>();
        reader.ask(asked(question)).ok().json().path("people")
            .forEach(one -> names.add(one.path("person").path("name").asText()));
        return names;
    }

    @Test
    void anExpertIsToldWithTheReasonAndDeclines(Browser browser, Site site)
    {
        Member expert = joined(site, "diviner");
        String topic = unique("dowsing");
        expert.post("/topics", Map.of("topic", topic, "level", "expert")).ok();
        Site.Post question = site.ask(site.member("asker"), "Where does one find water with " + topic + "?",
            "The hill is dry.", topic);
        String name = expert.credentials().name();
        await().atMost(PATIENCE)
            .untilAsserted(() -> assertThat(names(site.stranger(), question)).contains(name));

        browser.as(expert).open(question.path());
        browser.waitForText(BOX, "You have declared the topic " + topic);
        browser.click("#cop-asked-decline");
        browser.waitForText(BOX, "You have declined this question");
        browser.waitForNo("#cop-asked-decline");

        browser.as(site.member("reader")).open(question.path());
        browser.waitForText(BOX, name);
        assertThat(browser.text(BOX)).doesNotContain("declined").doesNotContain(topic);
        assertThat(browser.sees("#cop-ask-somebody")).isFalse();
    }

    @Test
    void theAskerAsksSomebodyByName(Browser browser, Site site)
    {
        Member asker = site.member("asker");
        Member sage = joined(site, "sage");
        Site.Post question = site.ask(asker, "Who remembers the " + unique("founding") + "?", "It was long ago.", "");

        browser.as(asker).open(question.path());
        browser.fill("#cop-ask-person-name", "nobody <b>" + unique("x") + "</b>");
        browser.click("#cop-ask-person button[type=submit]");
        browser.waitForText("#cop-ask-person", "nobody <b>");
        browser.fill("#cop-ask-person-name", sage.credentials().name());
        browser.click("#cop-ask-person button[type=submit]");
        browser.waitForText(BOX + " .cop-asked-people", sage.credentials().name());
        assertThat(browser.text(BOX)).contains("Ask somebody");

        browser.as(sage).open(question.path());
        browser.waitForText(BOX, asker.credentials().name() + " asks you by name");
        assertThat(sage.post(asked(question), Map.of("person", site.userId(asker))).status())
            .as("who was asked asks nobody").isEqualTo(403);
        assertThat(asker.post(asked(question), Map.of("person", site.userId(asker))).status()).isEqualTo(400);
        assertThat(asker.post(asked(question), Map.of("person", site.userId(sage))).status()).isEqualTo(409);
        assertThat(names(site.stranger(), question)).contains(sage.credentials().name());
    }

    @Test
    void whoIsAskedInAPrivateCommunityIsToldToNobodyElse(Site site)
    {
        Site.Community secret = site.found("Quiet Guild " + Member.newId().substring(0, 6), "private");
        Member insider = site.member("insider");
        Member other = site.member("confidant");
        site.appoint(secret, insider, "member");
        site.appoint(secret, other, "member");
        Site.Post question = site.ask(insider, secret, "What do we say to nobody?", "Nothing.", "");
        insider.post(asked(question), Map.of("person", site.userId(other))).ok();

        assertThat(names(other, question)).contains(other.credentials().name());
        Member outsider = site.member("outsider");
        assertThat(outsider.ask(asked(question)).status()).isEqualTo(404);
        assertThat(outsider.post(asked(question), Map.of("person", "")).status()).isEqualTo(404);
        assertThat(outsider.write("DELETE", asked(question), Map.of()).status()).isEqualTo(404);
        assertThat(site.stranger().ask(asked(question)).status()).isEqualTo(404);
        assertThat(insider.post(asked(question), Map.of("person", site.userId(outsider))).status()).isEqualTo(400);
    }
}
