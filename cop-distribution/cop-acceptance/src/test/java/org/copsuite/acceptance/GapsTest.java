/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Topics without an expert, topics that hang on one person, and what one can do about them. */
@BrowserTest
class GapsTest
{
    private static Site.Community community(Site site, String access)
    {
        Site.Community community = site.found("Gappers " + Member.newId().substring(0, 6), access);
        site.appoint(community, site.member("facilitator"), "facilitator");
        site.appoint(community, site.member("helper"), "member");
        site.appoint(community, site.member("asker"), "member");
        return community;
    }

    private static String ask(Site site, Site.Community community, String topic)
    {
        String id = Member.newId();
        site.member("asker").post("/questions", Map.of("id", id, "community", community.id(), "title",
            "How long does it take, and who knows?", "body", "I wonder how long it takes.", "tags", topic)).ok();
        return id;
    }

    @Test
    void aFacilitatorSeesAndClosesAGap(Browser browser, Site site)
    {
        Site.Community community = community(site, "open");
        Member helper = site.member("helper");
        ask(site, community, "sourdough");
        for (int i = 0; i < 3; i++) {
            helper.post("/questions/" + ask(site, community, "ovens") + "/answers",
                Map.of("id", Member.newId(), "body", "It takes an hour or two.")).ok();
        }
        browser.as(site.member("facilitator"));
        browser.narrow();
        browser.open(community.path());
        browser.click("a[href*='Gaps?cop-community=']");
        browser.waitForText("#cop-gaps-missing", "sourdough");
        assertThat(browser.text("#cop-gaps-missing .cop-gap")).contains("One question, one open");
        assertThat(browser.text("#cop-gaps-hanging .cop-gap")).contains("ovens")
            .contains(helper.credentials().name() + " gave 3 of 3 answers in 12 months.");
        browser.click("#cop-gap-missing-1-open");
        browser.fill("#cop-gap-missing-1-person", site.userId(site.member("reader")));
        browser.click("#cop-gap-missing-1 button[type=submit]");
        browser.waitForText("#cop-gap-missing-1", "member");
        browser.fill("#cop-gap-missing-1-person", site.userId(helper));
        browser.click("#cop-gap-missing-1 button[type=submit]");
        browser.waitForText("#cop-gaps-missing", "Every topic that was asked about has an expert");
        browser.wide();

        browser.as(site.member("asker")).open("/bin/view/CoP/Gaps?cop-community=" + community.id());
        assertThat(browser.text("#cop-gaps-hanging .cop-gap")).contains("One person gave 3 of 3 answers in 12 months.")
            .doesNotContain(helper.credentials().name());
        assertThat(browser.sees("#cop-gap-hanging-1-open")).isFalse();
        browser.as(helper).open("/bin/view/CoP/Gaps?cop-community=" + community.id());
        assertThat(browser.text("#cop-gaps-hanging .cop-gap")).contains("You gave 3 of 3 answers in 12 months.");
        browser.click("#cop-gaps-hanging .cop-gap-actions a");
        browser.waitForText(".cop", "How long does it take, and who knows?");
    }

    @Test
    void onlyMembersReadThemAndAPrivateCommunityStaysSecret(Site site)
    {
        Site.Community secret = community(site, "private");
        String path = "/communities/" + secret.id() + "/gaps";
        ask(site, secret, "hidden-dough");
        assertThat(site.member("helper").ask(path).body()).contains("hidden-dough");
        assertThat(site.member("outsider").ask(path).status()).isEqualTo(404);
        assertThat(site.member("outsider").post(path + "/experts", Map.of("id", "nonsense", "topic", "")).status()).isEqualTo(404);
        assertThat(site.member("helper").post(path + "/experts", Map.of("id", "nonsense", "topic", "")).status()).isEqualTo(403);
        assertThat(site.member("facilitator").post(path + "/experts", Map.of("person", "nobody", "topic", "")).status()).isEqualTo(400);
        String open = "/communities/" + community(site, "open").id() + "/gaps";
        assertThat(site.member("outsider").ask(open).status()).isEqualTo(403);
        assertThat(site.stranger().ask(open).status()).isEqualTo(401);
    }
}
