/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** From a template over three steps to a community in preparation, and from there to a live one. */
@BrowserTest
class FoundingTest
{
    private static final String WIZARD = "/bin/view/CoP/NewCommunity";

    private static String describe(Browser browser, Site site, String title)
    {
        browser.as(site.admin()).open(WIZARD);
        browser.click(".cop-founding .cop-cards a[href*='TemplateTechnicalPractice']");
        browser.fill("#cop-founding-describe [name=title]", title);
        browser.click("#cop-founding-describe .btn-primary");
        browser.waitForUrl("cop-step=2");
        return String.valueOf(browser.run("return new URLSearchParams(location.search).get('cop-draft')"));
    }

    @Test
    void anAdministratorFoundsACommunityInThreeStepsAndGoesLive(Browser browser, Site site)
    {
        String title = "Founded in a Browser " + Member.newId().substring(0, 6);
        String id = describe(browser, site, title);
        for (String name : new String[] {"facilitator", "helper"}) {
            browser.fill("#cop-founding-person", site.userId(site.member(name)));
            browser.click("#cop-founding-include button[type=submit]");
            browser.waitForText("#cop-founding-people .cop-member-list", site.member(name).credentials().name());
        }
        browser.open(WIZARD);
        browser.click(".cop-founding-drafts a[href*='" + id + "']");
        browser.click(".cop-steps a[href*='cop-step=3']");
        browser.click("#cop-founding-finish .btn-primary");

        browser.see(".cop-community-head");
        site.alsoFounded(id);
        String path = site.path(site.admin().ask("/communities/" + id));
        assertThat(browser.text("h1")).contains(title);
        assertThat(browser.sees("#cop-launch-go")).isFalse();
        assertThat(browser.texts(".cop-check-done")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(site.stranger().read(path).status()).isIn(401, 403, 404);

        browser.click(".cop-check-open a[href*='cop-title=']");
        browser.see("#cop-ask");
        Member founder = site.admin();
        founder.post("/questions", Map.of("id", Member.newId(), "community", id, "title",
            "Which tool do you use every day?", "body", "That the rest of us should know.", "tags", "tools")).ok();
        founder.post("/milestones", Map.of("id", Member.newId(), "community", id, "title",
            "Ten questions have an answer", "due", "2030-03-31")).ok();
        browser.open(path);
        browser.click("#cop-launch-go");
        browser.waitForNo("#cop-launch");
        browser.as(site.member("reader")).open(path);
        browser.see(".cop-community-head");
    }

    @Test
    void whatIsWrongIsSaidAndADiscardedDraftIsGone(Browser browser, Site site)
    {
        String id = describe(browser, site, "Given up " + Member.newId().substring(0, 6));
        browser.fill("#cop-founding-person", "xwiki:XWiki.nobodyatall");
        browser.click("#cop-founding-include button[type=submit]");
        browser.see("#cop-founding-include .has-error");
        assertThat(site.member("helper").ask("/foundings/" + id).status()).isIn(403, 404);

        browser.click("#cop-discard-" + id);
        browser.click(".cop-founding .cop-sure button");
        browser.waitForNo("#cop-discard-" + id);
        assertThat(site.admin().ask("/foundings/" + id).status()).isEqualTo(404);
        assertThat(site.admin().ask("/communities/" + id).status()).isEqualTo(404);
    }
}
