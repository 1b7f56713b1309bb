/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Planning a rota, swapping two dates, being away. */
@BrowserTest
class RotaTest
{
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static String turn(int number)
    {
        return "#cop-rota .cop-rota-turns li:nth-child(" + number + ")";
    }

    private static Site.Community community(Site site, String access)
    {
        Site.Community community = site.found("Readers " + Member.newId().substring(0, 6), access);
        site.appoint(community, site.member("facilitator"), "facilitator");
        site.appoint(community, site.member("helper"), "member");
        site.appoint(community, site.member("asker"), "member");
        return community;
    }

    @Test
    void membersLeadInTurnSwapAndAreSkipped(Browser browser, Site site)
    {
        Site.Community community = community(site, "open");
        Member helper = site.member("helper");
        Member asker = site.member("asker");
        browser.as(site.member("facilitator")).open(community.path());
        browser.see("#cop-rota-edit");
        browser.click("#cop-rota-edit");
        browser.fill("#cop-rota-name", "Friday <b>discussion</b>");
        browser.fill("#cop-rota-person-1", site.userId(helper));
        browser.fill("#cop-rota-person-2", site.userId(asker));
        browser.click("#cop-rota-form button[type=submit]");
        browser.waitForText("#cop-rota-title", "Friday <b>discussion</b>");
        assertThat(browser.text(turn(1))).contains(helper.credentials().name());
        assertThat(browser.text(turn(2))).contains(asker.credentials().name());

        browser.as(helper).open(community.path());
        browser.see("#cop-rota-swap-open");
        browser.click("#cop-rota-swap-open");
        browser.click("#cop-rota-swap button[type=submit]");
        browser.waitForText("#cop-rota .cop-rota-swap", asker.credentials().name());

        browser.as(asker).open(community.path());
        browser.see("#cop-rota .cop-rota-swap button[value=true]");
        browser.click("#cop-rota .cop-rota-swap button[value=true]");
        browser.waitForNo("#cop-rota .cop-rota-swap");
        assertThat(browser.text(turn(1))).contains(asker.credentials().name());
        assertThat(browser.text(turn(2))).contains(helper.credentials().name());

        browser.open(site.profile(asker));
        browser.click("#cop-absence-open");
        browser.run("document.querySelector('#cop-absence-first').value = arguments[0];", TODAY.toString());
        browser.run("document.querySelector('#cop-absence-last').value = arguments[0];", TODAY.plusDays(1).toString());
        browser.click("#cop-absence-form button[type=submit]");
        browser.see("#cop-absence-end");
        browser.open(community.path());
        browser.waitForText(turn(1), helper.credentials().name());
        browser.as(site.stranger()).open(site.profile(asker));
        assertThat(browser.sees("#cop-absence")).isFalse();

        browser.as(asker).open(site.profile(asker));
        browser.click("#cop-absence-end");
        browser.waitForNo("#cop-absence-end");
    }

    @Test
    void nobodyElsePlansOrSeesIt(Site site)
    {
        Site.Community vault = community(site, "private");
        String path = "/communities/" + vault.id() + "/rota";
        Member facilitator = site.member("facilitator");
        Map<String, String> plan = Map.of("title", "Behind the iron door", "first", TODAY.toString(), "every", "7", "people",
            site.userId(site.member("helper")));
        facilitator.post(path, plan).ok();

        assertThat(site.member("outsider").ask(path).status()).isEqualTo(404);
        assertThat(site.member("outsider").post(path, Map.of("people", "nobody at all")).status()).isEqualTo(404);
        assertThat(site.member("helper").post(path, Map.of("people", "nobody at all")).status()).isEqualTo(403);
        assertThat(facilitator.post(path, Map.of("people", "nobody at all")).status()).isEqualTo(400);
        assertThat(facilitator.post(path, plan).status()).isEqualTo(200);
        Member.Answer stale = facilitator.post(path, Map.of("title", "Another door", "first", TODAY.toString(), "every", "7",
            "people", site.userId(site.member("helper")), "version", "1"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().path("current").path("title").asText()).isEqualTo("Behind the iron door");
    }
}
