/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Founding, joining and leaving a community, and who may run it. */
@BrowserTest
class CommunityTest
{
    @Test
    void oneJoinsAndLeavesWithAButton(Browser browser, Site site)
    {
        browser.as(site.member("joiner")).open(site.guild().path());

        browser.click("#cop-join");
        browser.see(".cop-community-head .cop-role-member");
        browser.open(site.guild().path() + "?cop-view=members");
        assertThat(browser.text(".cop-member-list")).contains(site.member("joiner").credentials().name());

        browser.open(site.guild().path());
        browser.click("#cop-leave");
        browser.click(".cop-community-head .cop-sure button");
        browser.see("#cop-join");
        browser.open(site.guild().path() + "?cop-view=members");
        assertThat(browser.text(".cop-member-list")).doesNotContain(site.member("joiner").credentials().name());
    }

    @Test
    void theDirectoryIsFilteredWithoutReadingThePageAgain(Browser browser, Site site)
    {
        String name = "Filtered " + Member.newId().substring(0, 6);
        Site.Community open = site.found(name + " open", "open");
        Site.Community request = site.found(name + " request", "open");
        String version = site.admin().ask("/communities/" + request.id()).ok().json().path("version").asText();
        site.admin().post("/communities/" + request.id(), Map.of("version", version, "title", request.title(),
            "purpose", "What the tests talk about.", "domains", "filtering", "access", "open", "joining", "request")).ok();
        browser.as(site.member("reader")).open("/bin/view/CoP/Communities?cop-q=" + Member.encode(name));
        assertThat(browser.texts(".cop-card-title")).hasSize(2);
        browser.run("window.copSame = true;");

        browser.run("const s = document.querySelector('#cop-communities-joining'); s.value = 'request';"
            + "s.dispatchEvent(new Event('input', { bubbles: true }));");
        browser.until("still both", ignored -> browser.texts(".cop-card-title").size() == 1 ? Boolean.TRUE : null);
        assertThat(browser.text(".cop-card-title")).contains(request.title());
        browser.waitForUrl("cop-joining=request");
        assertThat(browser.run("return window.copSame")).isEqualTo(true);
        browser.open("/bin/view/CoP/Communities");
        assertThat(browser.sees("#cop-directory-list a[href='?']")).isFalse();
        browser.fill("#cop-communities-q", name + " open");
        browser.see("#cop-directory-list a[href='?']");
        assertThat(browser.texts(".cop-card-title")).singleElement().asString().contains(open.title());
        browser.click("#cop-directory-list a[href='?']");
        browser.waitForNo("#cop-directory-list a[href='?']");
        assertThat(browser.texts(".cop-card-title")).hasSizeGreaterThan(1);

        browser.open("/bin/view/CoP/Communities?cop-q=" + Member.encode(name) + "&cop-joining=open");
        assertThat(browser.texts(".cop-card-title")).singleElement().asString().contains(open.title());
        browser.open("/bin/view/CoP/Communities?cop-q=" + Member.encode(name) + "&cop-domain=filtering");
        assertThat(browser.texts(".cop-card-title")).singleElement().asString().contains(request.title());
        browser.open("/bin/view/CoP/Communities?cop-q=" + Member.encode(name) + "&cop-activity=quiet");
        assertThat(browser.texts(".cop-card-title")).isEmpty();
    }

    @Test
    void aMemberMayNotRunACommunity(Browser browser, Site site)
    {
        site.appoint(site.guild(), site.member("helper"), "member");
        browser.as(site.member("helper")).open(site.guild().path() + "?cop-view=members");
        browser.see(".cop-member-list");
        assertThat(browser.sees("form[action*='/members'] [name=role]")).isFalse();

        assertThat(site.member("helper").post("/communities/" + site.guild().id() + "/members",
            Map.of("member", site.userId(site.member("helper")), "role", "facilitator")).status()).isEqualTo(403);
        assertThat(site.member("helper").post("/communities/" + site.guild().id(), Map.of("version", "1.1", "title",
            "Taken over", "purpose", "Mine.", "domains", "", "access", "open")).status()).isEqualTo(403);
    }

    @Test
    void theFacilitatorAddsAndRemovesAMember(Browser browser, Site site)
    {
        Member invited = site.member("invited");
        browser.as(site.member("facilitator")).open(site.guild().path() + "?cop-view=members");

        browser.fill("#cop-member-new", site.userId(invited));
        browser.click("form:has(#cop-member-new) button[type=submit]");
        browser.waitForText(".cop-member-list", invited.credentials().name());

        browser.run("const i = [...document.querySelectorAll('.cop-member')].find(li => li.textContent.includes("
            + "arguments[0])); i.id = 'the-invited';", invited.credentials().name());
        browser.clickInside("#the-invited form[data-cop-method=DELETE] button");
        browser.until("still a member", ignored -> browser.text("#cop-members")
            .contains(invited.credentials().name()) ? null : Boolean.TRUE);
    }

    @Test
    void theFacilitatorArrangesTheHomePageAndKeepsWhatIsWrong(Browser browser, Site site)
    {
        Site.Community community = site.found("Arranged " + Member.newId().substring(0, 6), "open");
        String field = "#cop-setting-community-panels";
        browser.as(site.member("facilitator")).open(community.path());
        browser.see(field);
        browser.until("panels still load", page -> (Boolean) page.run(
            "document.querySelector('[data-cop-load]')?.scrollIntoView(); return !document.querySelector('[data-cop-load]');")
            ? true : null);

        browser.fill(field, "rota, <i>gone</i> nothing");
        browser.click("#cop-settings-form button[type=submit]");
        browser.waitForText("#cop-settings-form", "There is no panel with the name: <i>gone</i>, nothing.");
        assertThat(browser.text("#cop-settings-form")).contains("launch, charter, joining");
        assertThat(browser.see(field).getAttribute("value")).isEqualTo("rota, <i>gone</i> nothing");

        browser.fill(field, "related, rota");
        browser.click("#cop-settings-form button[type=submit]");
        browser.until("not saved", page -> site.member("facilitator").ask("/settings/communities/" + community.id()).body()
            .contains("related, rota") ? true : null);
        assertThat(browser.open(community.path()).see(field).getAttribute("value")).isEqualTo("related, rota");
    }
}
