/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Patience;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What only one person holds, and the checklist that passes it on. */
@BrowserTest
class HandoverTest
{
    private static final String HANDOVER = "/bin/view/CoP/Handover?cop-community=";

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
        assertThat(browser.text(".cop-mile-items")).contains("Topic ovens", "Answer: Why does it smoke <b>so</b>?",
            "for " + heir, "due");

        browser.as(helper);
        browser.narrow();
        browser.open("/bin/view/CoP/Gaps?cop-community=" + community.id());
        browser.click("a[href$='Handover?cop-community=" + community.id() + "']");
        browser.waitForText("#cop-handover-title", "What hangs on you");
        assertThat(browser.sees("#cop-handover-plan-open")).isFalse();
        assertThat(browser.text("#cop-handover-checklists")).contains("0 of 2 passed on");
        browser.wide();
    }

    @Test
    void anHeirHandsBackAndTakesOver(Browser browser, Site site)
    {
        Site.Community community = withOvens(site, "open");
        Member helper = site.member("helper");
        Member asker = site.member("asker");
        browser.as(site.member("facilitator"))
            .open(HANDOVER + community.id() + "&cop-person=" + site.userId(helper));
        browser.click("#cop-handover-plan-open");
        browser.see("#cop-handover-plan");
        browser.run("const heirs = document.querySelectorAll('#cop-handover-plan select[name=owners]');"
            + "heirs[0].value = arguments[0]; heirs[1].value = '';"
            + "document.querySelector('#cop-handover-plan input[name=dates]').value = '2031-02-01';", site.userId(asker));
        browser.click("#cop-handover-plan button[type=submit]");
        browser.waitForText("h1", "Handover: " + helper.credentials().name());
        String page = site.path((String) browser.run("return location.href;"));

        assertNotice(site, asker, "milestone_assigned", "Handover: " + helper.credentials().name());
        browser.as(asker);
        browser.narrow();
        browser.open(page);
        assertThat(browser.text(".cop-mile-items li:first-child")).contains("for " + asker.credentials().name(), "2031");
        assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= window.innerWidth;")).isTrue();
        browser.click(".cop-mile-items li:first-child [id^=cop-return-]");
        browser.waitForNo("[id^=cop-return-]");
        browser.click(".cop-mile-items li:last-child [id^=cop-take-]");
        browser.see(".cop-mile-items li:last-child [id^=cop-return-]");
        assertThat(browser.text(".cop-mile-items li:first-child")).doesNotContain("for " + asker.credentials().name());
        browser.wide();

        assertNotice(site, helper, "milestone_returned", "Handover: " + helper.credentials().name());
        browser.as(helper).open(page);
        browser.click(".cop-mile-items li:first-child .cop-mile-tick");
        browser.waitForText(".cop-mile-progress", "1 of 2");
        browser.open(HANDOVER + community.id());
        browser.waitForText("#cop-handover-checklists", "1 of 2 passed on");
        browser.click("#cop-handover-checklists a");
        browser.waitForText("h1", "Handover: " + helper.credentials().name());
    }

    @Test
    void whoLeavesAsksForAChecklist(Browser browser, Site site)
    {
        Site.Community community = withOvens(site, "open");
        browser.as(site.member("helper")).open(HANDOVER + community.id());
        browser.click("#cop-handover-ask");
        browser.see("#cop-handover-asked");
        assertThat(browser.sees("#cop-handover-ask")).isFalse();

        Member facilitator = site.member("facilitator");
        assumeTrue(keepsList(site), "This wiki shows notices with its other notifications.");
        browser.as(facilitator).open(waitForNotice(facilitator, "handover_asked", community.title()));
        browser.waitForText("#cop-handover-title", site.member("helper").credentials().name());
        browser.see("#cop-handover-plan-open");
    }

    private static void assertNotice(Site site, Member member, String kind, String title)
    {
        if (keepsList(site)) {
            assertThat(waitForNotice(member, kind, title)).isNotEmpty();
        }
    }

    /** A wiki that shows notices with its other notifications keeps no list of ours. */
    private static boolean keepsList(Site site)
    {
        return site.member("asker").read("/bin/view/CoP/Notices").ok().document().select(".cop-notices .cop-note").isEmpty();
    }

    /** Where the latest notice of a kind with a title leads. */
    private static String waitForNotice(Member member, String kind, String title)
    {
        return await().atMost(Patience.ofSeconds(20)).until(() -> {
            for (JsonNode notice : member.ask("/notices?limit=100").ok().json().path("items")) {
                if (kind.equals(notice.path("kind").asText()) && title.equals(notice.path("title").asText())) {
                    return notice.path("url").asText();
                }
            }
            return "";
        }, url -> !url.isEmpty());
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
