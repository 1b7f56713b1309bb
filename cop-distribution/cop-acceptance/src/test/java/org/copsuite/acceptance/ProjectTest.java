/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Starting a project, asking another community, its milestones, and who sees it. */
@BrowserTest
class ProjectTest
{
    private static Site.Community community(Site site, String name, String access, String facilitator)
    {
        Site.Community community = site.found(name + ' ' + Member.newId().substring(0, 6), access);
        site.appoint(community, site.member(facilitator), "facilitator");
        return community;
    }

    private static String start(Site site, Site.Community community, String title)
    {
        String id = Member.newId();
        site.member("facilitator").post("/projects",
            Map.of("id", id, "community", community.id(), "title", title, "people", site.userId(site.member("helper"))))
            .ok();
        return id;
    }

    @Test
    void twoCommunitiesOwnAProject(Browser browser, Site site)
    {
        Site.Community harbour = site.found("Harbour " + Member.newId().substring(0, 6), "open");
        Site.Community lighthouse = site.found("Lighthouse " + Member.newId().substring(0, 6), "open");
        // The other community has a facilitator of its own.
        site.appoint(lighthouse, site.member("helper"), "facilitator");
        site.admin().write("DELETE", "/communities/" + lighthouse.id() + "/members?member="
            + Member.encode(site.userId(site.member("facilitator"))), Map.of()).ok();
        browser.as(site.member("facilitator")).open(harbour.path());
        browser.click(".cop-side a[href*='CoP/Projects'][href*='cop-new']");
        browser.see("#cop-project-new");
        browser.fill("#cop-project-title", "One <b>chart</b> for everybody");
        browser.click("#cop-project-new button[type=submit]");
        browser.waitForText(".cop-project-owners", harbour.title());
        String page = site.path((String) browser.run("return location.pathname;"));
        browser.click("[id^=cop-ask-]");
        browser.run("document.querySelector('select[id^=cop-ask-]').value = arguments[0];", lighthouse.id());
        browser.click("form[action$='/owners'] button[type=submit]");
        browser.waitForText(".cop-project-owners", lighthouse.title());

        browser.as(site.member("helper")).open(page);
        browser.click("form[action*='/owners/'] button[value=true]");
        browser.waitForNo("form[action*='/owners/'] button[value=true]");
        browser.as(site.member("asker")).open(lighthouse.path());
        browser.waitForText(".cop-side", "One <b>chart</b> for everybody");
        browser.narrow();
        browser.open(page);
        browser.waitForText(".cop-project-owners", lighthouse.title());
        assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= window.innerWidth;")).isTrue();
        browser.wide();

        browser.as(site.member("helper")).open(page + "?cop-view=milestone");
        browser.fill("#cop-milestone-title", "The chart is printed");
        browser.run("document.querySelector('#cop-milestone-due').value = '2031-05-01';");
        browser.click("#cop-milestone-new button[type=submit]");
        browser.waitForText(".cop-mile-page", "planned");
        browser.open(page);
        browser.waitForText(".cop-timeline", "The chart is printed");
    }

    @Test
    void nobodyElseSeesTheProjectOfAPrivateCommunity(Browser browser, Site site)
    {
        Site.Community vault = community(site, "Vault", "private", "helper");
        Site.Community harbour = community(site, "Harbour", "open", "helper");
        String id = start(site, vault, "Behind the iron door");
        site.member("facilitator").post("/projects/" + id + "/owners", Map.of("community", harbour.id())).ok();
        browser.as(site.member("helper")).open(harbour.path());
        browser.waitForText(".cop-side", "Behind the iron door");

        Member outsider = site.member("outsider");
        assertThat(outsider.ask("/projects/" + id).status()).isEqualTo(404);
        assertThat(outsider.post("/projects/" + id + "/end", Map.of("on", "true")).status()).isEqualTo(404);
        assertThat(outsider.ask("/projects?community=" + harbour.id()).body()).doesNotContain("iron door");
        browser.as(outsider).open(harbour.path());
        assertThat(browser.text("body")).doesNotContain("iron door");

        String shared = start(site, harbour, "The open one");
        site.member("facilitator").post("/projects/" + shared + "/owners", Map.of("community", vault.id())).ok();
        assertThat(outsider.ask("/projects/" + shared).body()).doesNotContain(vault.title());
    }
}
