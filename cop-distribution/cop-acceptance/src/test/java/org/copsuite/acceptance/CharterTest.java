/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.copsuite.acceptance.site.Site.Community;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Writing a charter in place, reading it, and two people at one objective. */
@BrowserTest
class CharterTest
{
    private static final String CHARTER = "#cop-charter";

    private static Community community(Site site)
    {
        return site.found("Charter " + Member.newId().substring(0, 6), "open");
    }

    private static void objective(Browser browser, String form, String title, String now)
    {
        browser.fill(form + " [name=title]", title);
        browser.fill(form + " [name=measure]", "answers within a day, in <per cent>");
        browser.fill(form + " [name=target]", "90");
        browser.fill(form + " [name=now]", now);
    }

    @Test
    void aFacilitatorIsToldWhatIsMissingAndWritesIt(Browser browser, Site site)
    {
        Community community = community(site);
        browser.as(site.member("facilitator")).open(community.path());
        browser.click(".cop-side a[href*='/CoP/Charter']");
        browser.click("#cop-objective-add");
        objective(browser, "#cop-objective-new", "Nobody waits & nobody worries", "45,0");
        browser.click("#cop-objective-new button[type=submit]");
        browser.waitForText(CHARTER, "Nobody waits & nobody worries");
        assertThat(browser.text(".cop-objective-words")).contains("50%");

        browser.click("#cop-guidelines-edit");
        browser.fill("#cop-guidelines [name=guidelines]", "Every question is **welcome**.");
        browser.click("#cop-guidelines button[type=submit]");
        browser.see(CHARTER + " .cop-text strong");

        browser.as(site.stranger()).open(community.path());
        assertThat(browser.text(".cop-side .cop-objectives")).contains("Nobody waits").contains("50%");
        browser.click(".cop-side a[href$='/Charter']");
        browser.waitForText(CHARTER, "Every question is welcome.");
        assertThat(browser.sees(CHARTER + " form")).isFalse();
    }

    @Test
    void whatIsWrongIsSaidInItsFieldAndTheTextStays(Browser browser, Site site)
    {
        Community community = community(site);
        browser.as(site.member("facilitator")).open("/bin/view/CoP/Charter?cop-community=" + community.id());
        browser.click("#cop-objective-add");
        objective(browser, "#cop-objective-new", "Nobody waits", "many");
        browser.click("#cop-objective-new button[type=submit]");

        browser.see("#cop-objective-new .has-error [name=now]");
        assertThat(browser.run("return document.querySelector('#cop-objective-new [name=title]').value"))
            .isEqualTo("Nobody waits");
    }

    @Test
    void ofTwoPeopleAtOneObjectiveTheSecondSeesBothTexts(Browser browser, Site site)
    {
        Community community = community(site);
        String path = "/communities/" + community.id() + "/charter/objectives";
        String id = Member.newId();
        Member facilitator = site.member("facilitator");
        facilitator.post(path, Map.of("id", id, "title", "Nobody waits", "measure", "per cent", "target", "90")).ok();
        browser.as(facilitator).open("/bin/view/CoP/Charter?cop-community=" + community.id());
        String version = String.valueOf(browser.run(
            "return document.querySelector('#cop-objective-' + arguments[0] + '-form [name=version]').value", id));
        site.admin().post(path, Map.of("id", id, "title", "Nobody waits long", "measure", "per cent", "target", "80",
            "version", version)).ok();

        String form = "#cop-objective-" + id + "-form";
        browser.click("#cop-objective-" + id);
        objective(browser, form, "Nobody waits at all", "30");
        browser.click(form + " .btn-primary");
        browser.see(form + " .cop-conflict");
        assertThat(String.valueOf(browser.run("return document.querySelector(arguments[0]).value",
            form + " .cop-conflict-text"))).contains("Nobody waits long");
        browser.click(form + " [data-cop-conflict=mine]");
        browser.click(form + " .btn-primary");

        browser.waitForText(CHARTER, "Nobody waits at all");
    }

    @Test
    void nobodyElseWritesIt(Site site)
    {
        Community community = community(site);
        assertThat(site.member("helper").post("/communities/" + community.id() + "/charter",
            Map.of("guidelines", "Mine.", "version", "")).status()).isEqualTo(403);
        Community secret = site.found("Secret charter " + Member.newId().substring(0, 6), "private");
        assertThat(site.member("helper").post("/communities/" + secret.id() + "/charter",
            Map.of("guidelines", "Mine.", "version", "")).status()).isEqualTo(404);
    }
}
