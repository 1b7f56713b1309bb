/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Endorsing a topic of another member, confirming it, finding the person by it, withdrawing. */
@BrowserTest
class EndorsementTest
{
    private static final String SECTION = "#cop-endorsements";

    private static Member joined(Site site, String name)
    {
        Member member = site.member(name);
        member.post("/communities/" + site.guild().id() + "/members", Map.of()).ok();
        return member;
    }

    private static String topic(Member person)
    {
        String topic = "sailing" + Member.newId().substring(0, 6);
        person.post("/topics", Map.of("topic", topic, "level", "working")).ok();
        return topic;
    }

    private static Map<String, String> endorsement(Site site, Member person, String topic, String reason)
    {
        return Map.of("id", Member.newId(), "person", site.userId(person), "topic", topic, "reason", reason,
            "community", site.guild().id());
    }

    @Test
    void twoPeersConfirmATopic(Browser browser, Site site)
    {
        Member sailor = joined(site, "sailor");
        String topic = topic(sailor);
        Member second = joined(site, "second");
        second.post("/endorsements", endorsement(site, sailor, topic, "Took us through the storm.")).ok();

        Member peer = joined(site, "peer");
        browser.as(peer).open(site.profile(sailor));
        browser.waitForText(SECTION, "Took us through the storm.");
        assertThat(browser.text(SECTION)).contains(topic);
        assertThat(browser.sees(SECTION + " .label-success")).isFalse();
        browser.click(SECTION + " details.cop-more > summary.btn");
        browser.run("document.querySelector('#cop-endorse-topic').value = arguments[0];", topic);
        browser.fill("#cop-endorse-reason", "Knows <b>every</b> knot.");
        browser.click("#cop-endorse button[type=submit]");

        browser.waitForText(SECTION, "Knows <b>every</b> knot.");
        assertThat(browser.text(SECTION + " .label-success")).isNotBlank();

        browser.as(site.member("reader")).open("/bin/view/CoP/People?cop-topic=" + topic);
        browser.waitForText(".cop-experts", sailor.credentials().name());
        browser.open(site.guild().path());
        browser.waitForText(".cop-side", "Knows <b>every</b> knot.");
    }

    @Test
    void whoEndorsedWithdrawsIt(Browser browser, Site site)
    {
        Member sailor = joined(site, "sailor");
        String topic = topic(sailor);
        Member regretful = joined(site, "regretful");
        Map<String, String> given = endorsement(site, sailor, topic, "Perhaps I was wrong.");
        regretful.post("/endorsements", given).ok();

        browser.as(regretful).open(site.profile(sailor));
        browser.click("#cop-endorsement-" + given.get("id"));
        browser.click("form[action$='/endorsements/" + given.get("id") + "'] button");

        browser.waitForNo("#cop-endorsement-" + given.get("id"));
        assertThat(browser.text(SECTION)).doesNotContain("Perhaps I was wrong.");
    }

    @Test
    void strangersEndorseNobody(Site site)
    {
        Member sailor = joined(site, "sailor");
        String topic = topic(sailor);

        Member.Answer answer = site.member("outsider").post("/endorsements",
            endorsement(site, sailor, topic, "I have heard of him."));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("fields").path("person").asText()).contains("community");
    }
}
