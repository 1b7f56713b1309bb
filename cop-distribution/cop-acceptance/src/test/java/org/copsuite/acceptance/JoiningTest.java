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

/** Asking to join, inviting by link, and giving a role of the community's own. */
@BrowserTest
class JoiningTest
{
    private static final String PANEL = "#cop-joining";

    private static Community onRequest(Site site, String title)
    {
        Community community = site.found(title, "open");
        Member facilitator = site.member("facilitator");
        String version = facilitator.ask("/communities/" + community.id()).ok().json().path("version").asText();
        facilitator.post("/communities/" + community.id(), Map.of("title", title, "purpose", "For those who ask.",
            "domains", "", "access", "open", "joining", "request", "version", version)).ok();
        return community;
    }

    @Test
    void whoeverAsksIsAcceptedOnTheHomePage(Browser browser, Site site)
    {
        Community community = onRequest(site, "On request " + Member.newId().substring(0, 6));
        Member newcomer = site.member("joiner");
        assertThat(newcomer.post("/questions", Map.of("id", Member.newId(), "community", community.id(), "title",
            "May I ask here?", "body", "I am no member yet.", "tags", "")).status()).isEqualTo(403);

        browser.as(newcomer).open(community.path());
        browser.fill("#cop-join-note", "I work <b>nights</b>.");
        browser.click("#cop-join-request button[type=submit]");
        browser.waitForText(PANEL, "You have asked to join");

        browser.as(site.member("facilitator")).open(community.path());
        browser.waitForText(PANEL, "I work <b>nights</b>.");
        browser.narrow();
        assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= window.innerWidth;")).isTrue();
        browser.wide();
        browser.click(PANEL + " button[value=true]");
        browser.waitForText(PANEL, "Nobody is waiting");

        assertThat(newcomer.post("/questions", Map.of("id", Member.newId(), "community", community.id(), "title",
            "May I ask here now?", "body", "I am a member.", "tags", "")).status()).isEqualTo(201);
    }

    @Test
    void aLinkLeadsIntoAPrivateCommunityOnce(Browser browser, Site site)
    {
        Community community = site.found("By link " + Member.newId().substring(0, 6), "private");
        browser.as(site.member("facilitator")).open(community.path() + "?cop-view=invitations");
        browser.click("#cop-invitations details:nth-of-type(3) > summary");
        browser.fill("#cop-invite-uses", "1");
        browser.click("#cop-invite-link button[type=submit]");
        String link = browser.see("#cop-link").getAttribute("value");

        Member invited = site.member("invited");
        assertThat(invited.ask("/communities/" + community.id()).status()).isEqualTo(404);
        browser.as(invited).open(link);
        browser.waitForText(".cop-offer", community.title());
        browser.click(".cop-offer form[action$=acceptance] button");
        browser.waitForUrl(community.path());
        assertThat(invited.ask("/communities/" + community.id()).status()).isEqualTo(200);

        browser.as(site.member("late")).open(link);
        browser.waitForText(".cop", "used as often as it can be");
        assertThat(browser.text(".cop")).doesNotContain(community.title());
    }

    @Test
    void facilitatorsGiveRolesOfTheirOwn(Browser browser, Site site)
    {
        Community community = site.found("Roles " + Member.newId().substring(0, 6), "open");
        Member host = site.member("host");
        site.appoint(community, host, "member");
        String role = Member.newId();
        Member facilitator = site.member("facilitator");
        facilitator.post("/communities/" + community.id() + "/roles", Map.of("id", role, "name", "Host",
            "responsibilities", "Welcomes <i>everybody</i>.", "permissions", "moderate")).ok();
        facilitator.post("/communities/" + community.id() + "/roles/" + role + "/holders",
            Map.of("member", site.userId(host))).ok();

        browser.as(host).open(community.path() + "?cop-view=roles");
        browser.waitForText("#cop-roles", "Welcomes <i>everybody</i>.");
        assertThat(browser.text("#cop-roles .cop-terms")).contains("Host");
        browser.open(community.path() + "?cop-view=members&cop-role=member");
        browser.waitForText("#cop-members", "Host");
        assertThat(host.ask("/communities/" + community.id()).json().path("permissions").toString())
            .contains("moderate");
    }
}
