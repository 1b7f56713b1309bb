/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Nominating oneself as an expert, being accepted, designated, found, and the end of it. */
@BrowserTest
class DesignationTest
{
    private static final String BOX = "#cop-designations";

    /** Scrolls to the panel, which is loaded once it is near the window. */
    private static void load(Browser browser, String path, String anchor)
    {
        browser.open(path);
        browser.see(BOX);
        browser.run("document.querySelector('#cop-designations').scrollIntoView();");
        browser.see(anchor);
    }

    @Test
    void aMemberNominatesThemselfAndIsAccepted(Browser browser, Site site)
    {
        Member sage = site.member("nominee");
        sage.post("/communities/" + site.guild().id() + "/members", Map.of()).ok();
        String topic = "ropes" + Member.newId().substring(0, 6);
        browser.as(sage);
        browser.narrow();
        load(browser, site.guild().path(), "#cop-nominate-open");
        browser.click("#cop-nominate-open");
        browser.fill("#cop-nominate-topic", "?!");
        browser.fill("#cop-nominate-note", "I <b>made</b> them.");
        browser.click("#cop-nominate button[type=submit]");
        browser.waitForText("#cop-nominate", "A topic is one or a few words");
        browser.fill("#cop-nominate-topic", topic);
        browser.click("#cop-nominate button[type=submit]");
        browser.waitForText(BOX + " .cop-nomination", topic);
        assertThat(browser.text(BOX + " .cop-nomination")).contains("I <b>made</b> them.");
        browser.wide();

        browser.as(site.member("facilitator"));
        load(browser, site.guild().path(), "#cop-designate-open");
        browser.waitForText(BOX, topic);
        browser.run("[...document.querySelectorAll('.cop-nomination')].find(one => one.textContent.includes(arguments[0]))"
            + ".querySelector('button[value=true]').click();", topic);
        browser.waitForText(BOX + " .cop-designated", topic);

        browser.as(site.member("reader")).open("/bin/view/CoP/People?cop-topic=" + topic);
        browser.waitForText(".cop-experts", "Designated expert of " + topic);
        browser.open(site.profile(sage));
        browser.waitForText(".cop-designations-own", topic);
        browser.open(site.guild().path() + "?cop-view=members");
        browser.waitForText(".cop-members", "Expert: " + topic);
    }

    @Test
    void onlyWhoManagesTheMembersDesignatesAndAPrivateCommunityStaysSecret(Site site)
    {
        Site.Community secret = site.found("Rope Guild " + Member.newId().substring(0, 6), "private");
        Member insider = site.member("insider");
        site.appoint(secret, insider, "member");
        String id = Member.newId();
        String path = "/communities/" + secret.id();
        insider.post(path + "/nominations", Map.of("id", id, "topic", "secret-rope")).ok();
        assertThat(insider.post(path + "/designations", Map.of("person", "x", "topic", "")).status()).isEqualTo(403);
        Member outsider = site.member("outsider");
        for (String what : new String[] {"/designations", "/nominations"}) {
            assertThat(outsider.post(path + what, Map.of("id", "nonsense", "topic", "")).status()).isEqualTo(404);
        }
        assertThat(outsider.ask(path + "/designations").status()).isEqualTo(404);
        assertThat(outsider.post("/nominations/" + id + "/answer", Map.of("accept", "true")).status()).isEqualTo(404);
        assertThat(outsider.write("DELETE", "/designations/" + id, Map.of()).status()).isEqualTo(404);
        site.admin().post("/nominations/" + id + "/answer", Map.of("accept", "true")).ok();
        assertThat(insider.ask("/designations?topic=secret-rope").body()).contains(id);
        assertThat(outsider.ask("/designations?topic=secret-rope").body()).doesNotContain(id);
    }
}
