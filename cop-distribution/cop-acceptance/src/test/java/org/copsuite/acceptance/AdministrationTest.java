/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What administrators do: how the suite does, a space that becomes a community. */
@BrowserTest
class AdministrationTest
{
    private static final String PAGE = "/bin/view/CoP/Administration";

    @Test
    void administratorsSeeHowTheSuiteDoesOthersDoNot(Browser browser, Site site)
    {
        browser.as(site.admin()).open(PAGE);
        assertThat(browser.text("#cop-health")).contains("index");
        assertThat(site.admin().ask("/health").json().path("consumers").findValuesAsText("name")).contains("index");
        assertThat(site.member("helper").ask("/health").status()).isEqualTo(403);
        assertThat(site.stranger().ask("/health").status()).isEqualTo(401);
        for (Member other : java.util.List.of(site.member("helper"), site.stranger())) {
            browser.as(other).open(PAGE);
            assertThat(browser.sees("#cop-health")).isFalse();
        }
    }

    @Test
    void aSpaceBecomesACommunity(Browser browser, Site site)
    {
        String space = "Adopted" + Member.newId().substring(0, 8);
        site.savePage(site.admin(), space + "/WebHome", "Before", "What stood there //before//.").ok();

        browser.as(site.admin()).open(PAGE);
        browser.click("#cop-adopt summary");
        String form = "#cop-adopt-form";
        browser.fill(form + " [name=space]", space);
        browser.fill(form + " [name=facilitator]", site.userId(site.member("facilitator")));
        browser.fill(form + " [name=title]", "Community " + space);
        browser.click(form + " button[type=submit]");

        browser.waitForUrl(space);
        site.alsoFounded(site.idOfCommunity("Community " + space));
        browser.waitForText(".cop-purpose", "What stood there before.");
        assertThat(browser.text(".cop-purpose em")).isEqualTo("before");
        browser.as(site.member("facilitator")).open("/bin/view/" + space + "/");
        browser.waitForText(".cop-community-head", "Facilitator");
        assertThat(site.admin().post("/administration/communities", Map.of("id", Member.newId(), "space", space, "title",
            "Once more", "access", "open", "facilitator", site.userId(site.member("facilitator")))).status())
            .isEqualTo(400);
    }
}
