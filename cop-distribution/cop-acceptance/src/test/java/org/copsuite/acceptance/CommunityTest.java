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
    void anAdministratorFoundsACommunity(Browser browser, Site site)
    {
        String title = "Founded in a Browser " + Member.newId().substring(0, 6);
        browser.as(site.admin()).open("/bin/view/CoP/Communities");

        browser.fill("#cop-found [name=title]", title);
        browser.fill("#cop-found [name=purpose]", "To see whether **founding** works.");
        browser.fill("#cop-found [name=domains]", "founding testing");
        browser.click("#cop-found button.btn-primary");

        browser.see(".cop-community-head");
        site.alsoFounded(site.idOfCommunity(title));
        assertThat(browser.text("h1")).contains(title);
        assertThat(browser.text(".cop-purpose strong")).isEqualTo("founding");
        browser.open("/bin/view/CoP/Communities?cop-q=" + Member.encode(title));
        assertThat(browser.texts(".cop-card-title")).singleElement().asString().contains(title);
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
}
