/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Setting a milestone, working on it, reaching it, and who sees it. */
@BrowserTest
class MilestoneTest
{
    private static final String TIMELINE = "/bin/view/CoP/Milestones?cop-community=";

    private static Map<String, String> milestone(Site site, Site.Community community, String title)
    {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", Member.newId());
        fields.put("community", community.id());
        fields.put("title", title);
        fields.put("due", "2031-03-31");
        fields.put("owner", site.userId(site.member("helper")));
        fields.put("items", "Ask the wards\nTrain everybody");
        return fields;
    }

    private static String path(Member reader, String id)
    {
        return reader.ask("/milestones/" + id).json().path("url").asText();
    }

    @Test
    void aFacilitatorSetsAMilestoneAndItsPeopleReachIt(Browser browser, Site site)
    {
        Site.Community harbour = site.found("Harbour " + Member.newId().substring(0, 6), "open");
        site.appoint(harbour, site.member("helper"), "member");
        browser.as(site.member("facilitator")).open(harbour.path());
        browser.click(".cop-mile-panel a[href*='cop-new']");
        browser.see("#cop-milestone-new");
        browser.fill("#cop-milestone-title", "Every <b>ship</b> has a pilot");
        browser.run("document.querySelector('#cop-milestone-due').value = '2031-05-01';");
        browser.fill("#cop-milestone-owner", site.userId(site.member("helper")));
        browser.fill("#cop-milestone-items", "Find pilots\nWrite the rota");
        browser.click("#cop-milestone-new button[type=submit]");
        browser.waitForText(".cop-mile-items", "Write the rota");
        String page = site.path((String) browser.run("return location.href;"));

        browser.as(site.member("helper")).open(page);
        browser.click(".cop-mile-items li:first-child .cop-mile-tick");
        browser.waitForText(".cop-mile-progress", "1 of 2");
        browser.click("[id^=cop-reach-]");
        browser.waitForText(".cop-mile-page", "Reached!");
        assertThat(browser.sees("[id^=cop-reach-]")).isFalse();

        browser.as(site.member("asker")).open(harbour.path());
        browser.waitForText(".cop-mile-celebrated", "Every <b>ship</b> has a pilot");
        browser.narrow();
        browser.open(TIMELINE + harbour.id());
        browser.waitForText(".cop-timeline", "Every <b>ship</b> has a pilot");
        assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= window.innerWidth;")).isTrue();
        browser.wide();
    }

    @Test
    void aStaleEditShowsBothTexts(Browser browser, Site site)
    {
        Map<String, String> fields = milestone(site, site.guild(), "Two editors");
        Member facilitator = site.member("facilitator");
        facilitator.post("/milestones", fields).ok();
        String id = fields.get("id");
        browser.as(facilitator).open(path(facilitator, id) + "?cop-view=edit");
        browser.see("#cop-milestone-edit");
        fields.put("title", "The other editor was faster");
        fields.put("version", facilitator.ask("/milestones/" + id).json().path("version").asText());
        site.member("helper").write("PUT", "/milestones/" + id, fields).ok();
        browser.fill("#cop-milestone-title", "Mine is kept");
        browser.click("#cop-milestone-edit .cop-buttons button[type=submit]");

        browser.waitForText(".cop-conflict", "The other editor was faster");
        assertThat(browser.run("return document.querySelector('#cop-milestone-title').value;")).isEqualTo("Mine is kept");
    }

    @Test
    void nobodyElseSeesThoseOfAPrivateCommunity(Browser browser, Site site)
    {
        Site.Community vault = site.found("Vault " + Member.newId().substring(0, 6), "private");
        site.appoint(vault, site.member("helper"), "member");
        Map<String, String> fields = milestone(site, vault, "Behind the iron door");
        site.member("facilitator").post("/milestones", fields).ok();
        String id = fields.get("id");
        browser.as(site.member("helper")).open(TIMELINE + vault.id());
        browser.waitForText(".cop-timeline", "Behind the iron door");

        Member outsider = site.member("outsider");
        assertThat(outsider.ask("/milestones/" + id).status()).isEqualTo(404);
        assertThat(outsider.post("/milestones/" + id + "/state", Map.of("state", "reached")).status()).isEqualTo(404);
        assertThat(outsider.ask("/milestones").body()).doesNotContain("iron door");
        browser.as(outsider).open("/bin/view/CoP/Milestones");
        assertThat(browser.text("body")).doesNotContain("iron door");
        assertThat(site.member("asker").post("/milestones", milestone(site, site.guild(), "Not mine")).status())
            .isEqualTo(403);
    }
}
