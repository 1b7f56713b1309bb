/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What only one person holds, and the checklist that passes it on. */
@BrowserTest
class HandoverTest
{
    private static Site.Community community(Site site, String access)
    {
        Site.Community community = site.found("Leavers " + Member.newId().substring(0, 6), access);
        site.appoint(community, site.member("facilitator"), "facilitator");
        site.appoint(community, site.member("helper"), "member");
        site.appoint(community, site.member("asker"), "member");
        return community;
    }

    private static String ask(Site site, Site.Community community, String title)
    {
        String id = Member.newId();
        site.member("asker").post("/questions", Map.of("id", id, "community", community.id(), "title", title, "body",
            "I wonder how long it takes.", "tags", "ovens")).ok();
        return id;
    }

    /** The helper gives three answers, the facilitator one, and one question waits. */
    private static Site.Community withOvens(Site site, String access)
    {
        Site.Community community = community(site, access);
        for (int i = 0; i < 4; i++) {
            Member answers = site.member(i < 3 ? "helper" : "facilitator");
            answers.post("/questions/" + ask(site, community, "How long does it take, and who knows?") + "/answers",
                Map.of("id", Member.newId(), "body", "It takes an hour or two.")).ok();
        }
        ask(site, community, "Why does it smoke <b>so</b>?");
        return community;
    }

    @Test
    void aFacilitatorMakesAChecklistThatTheLeaverTicks(Browser browser, Site site)
    {
        Site.Community community = withOvens(site, "open");
        Member helper = site.member("helper");
        String heir = site.member("facilitator").credentials().name();
        browser.as(site.member("facilitator")).open("/bin/view/CoP/Gaps?cop-community=" + community.id());
        browser.click("#cop-gaps-hanging a[href*='Handover?']");
        browser.waitForText("#cop-handover-title", helper.credentials().name());
        assertThat(browser.text("#cop-handover-topics")).contains("ovens").contains("3 of 4 answers")
            .contains("Could take over: " + heir);
        assertThat(browser.text("#cop-handover-things")).contains("Why does it smoke <b>so</b>?");
        browser.click("#cop-handover-plan-open");
        browser.click("#cop-handover-plan button[type=submit]");
        browser.waitForText("h1", "Handover: " + helper.credentials().name());
        assertThat(browser.text(".cop-mile-page")).contains("Topic ovens (" + heir + ")")
            .contains("Answer: Why does it smoke <b>so</b>? (" + heir + ")");

        browser.as(helper);
        browser.narrow();
        browser.open("/bin/view/CoP/Gaps?cop-community=" + community.id());
        browser.click("a[href$='Handover?cop-community=" + community.id() + "']");
        browser.waitForText("#cop-handover-title", "What hangs on you");
        assertThat(browser.sees("#cop-handover-plan-open")).isFalse();
        browser.wide();
    }

    @Test
    void nobodyElseReadsIt(Site site)
    {
        Site.Community secret = withOvens(site, "private");
        String path = "/communities/" + secret.id() + "/handover";
        String person = path + "?user=" + site.userId(site.member("helper"));
        assertThat(site.member("helper").ask(path).body()).contains("ovens");
        assertThat(site.member("facilitator").ask(person).body()).contains("ovens");
        assertThat(site.member("asker").ask(person).status()).isEqualTo(403);
        assertThat(site.member("outsider").ask(person).status()).isEqualTo(404);
        assertThat(site.member("facilitator").ask(path + "?user=" + site.userId(site.member("outsider"))).status()).isEqualTo(404);
    }
}
