/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.mail.internet.MimeMessage;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.MailSink;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Patience;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** XWiki's bell, its preferences of notifications and its mails, as they show what the suite tells. */
@BrowserTest
class XWikiNotificationsTest
{
    private static final Duration PATIENCE = Patience.ofSeconds(60);

    private static final String PREFERENCE = "XWiki.Notifications.Code.NotificationPreferenceClass";

    @BeforeEach
    void onlyXWiki(Site site)
    {
        site.assumeXWiki();
    }

    private static Site.Post asked(Site site, Member asker, String title)
    {
        return site.ask(asker, title + ' ' + Member.newId().substring(0, 6) + '?', "Who?", "");
    }

    @Test
    void theBellTellsTheAskerOfAnAnswerAndNobodyElse(Site site)
    {
        Member asker = site.member("belled");
        // Somebody who has answered nothing alike, so that the suite does not bring them the question.
        Member ringer = site.member("ringer");
        Site.Post question = asked(site, asker, "Does the bell ring for an answer");
        site.answer(ringer, question, "It does.");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(site.notices(asker)).contains(question.title()));
        assertThat(site.notices(ringer)).doesNotContain(question.title());
        assertThat(site.notices(site.member("reader"))).doesNotContain(question.title());
    }

    @Test
    void theBellOpensWithTheAnswer(Browser browser, Site site)
    {
        Member asker = site.member("belled");
        Site.Post question = asked(site, asker, "Does the bell open with an answer");
        site.answer(site.member("helper"), question, "It does.");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(site.notices(asker)).contains(question.title()));

        browser.as(asker).open("/bin/view/Main/WebHome");
        assumeTrue(browser.sees("#tmNotifications"), "This wiki's menu has no bell.");
        assumeTrue(Boolean.TRUE.equals(browser.run("return typeof Class !== 'undefined';")),
            "This wiki lacks scripts of XWiki's own, which open the bell.");
        browser.click("#tmNotifications > a, #tmNotifications button");
        browser.waitForText(".notifications-area", question.title());
    }

    @Test
    void aPrivateCommunityRingsForItsMembersOnly(Site site)
    {
        Site.Community community = site.found("Quiet " + Member.newId().substring(0, 6), "private");
        Member insider = site.member("quiet");
        site.appoint(community, insider, "member");
        Site.Post question = site.ask(insider, community, "Who hears of the quiet question?", "Members.", "");
        site.answer(site.member("facilitator"), question, "Only members.");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(site.notices(insider)).contains(question.title()));
        assertThat(site.notices(site.member("outsider"))).doesNotContain(question.title());
    }

    @Test
    void whoSwitchesATypeOffIsNotTold(Site site)
    {
        Member asker = site.member("silenced");
        String profile = "/rest/wikis/xwiki/spaces/XWiki/pages/" + asker.credentials().login();
        site.host().addObject(profile, PREFERENCE,
            Map.of("eventType", "copsuite.answer", "format", "alert", "notificationEnabled", "0"));
        Site.Post question = asked(site, asker, "Is who switched answers off told of one");
        site.answer(site.member("helper"), question, "No.");
        site.member("helper").post("/questions/" + question.id() + "/comments",
            Map.of("id", Member.newId(), "text", "But of this comment.")).ok();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(site.notices(asker)).contains("copsuite.comment"));
        assertThat(site.notices(asker)).doesNotContain("copsuite.answer");
    }

    @Test
    void thePreferencesOfNotificationsNameTheSuite(Site site)
    {
        Member member = site.member("belled");
        Member.Answer answer = member.read("/bin/view/XWiki/" + member.credentials().login() + "?category=notifications");
        assumeTrue(answer.status() == 200 && answer.body().contains("notif"), "This wiki shows no such preferences.");

        assertThat(answer.body()).contains("copsuite.answer").contains("copsuite.question").contains("copsuite.comment");
    }

    @Test
    void aMailTellsTheAskerOfAnAnswerAndEndsSuchMails(Site site) throws Exception
    {
        assumeTrue("live".equals(System.getProperty("cop.mails")), "Say -Dcop.mails=live where XWiki's configuration has "
            + "notifications.emails.live.graceTime=0: by default XWiki waits ten minutes.");
        assumeTrue(MailSink.isNear(URI.create(site.base())), "The wiki runs on another machine.");
        Member asker = site.member("mailed");
        try (MailSink sink = MailSink.of(site)) {
            String address = sink.receiveFor(asker);
            Site.Post question = asked(site, asker, "Does a mail tell of an answer");
            site.answer(site.member("helper"), question, "It does, with **this** text.");

            MimeMessage mail = sink.await(address, PATIENCE);
            String text = sink.text(mail);
            assertThat(text).contains(question.title()).contains(question.path());
            unsubscribe(site, text);
            Site.Post next = asked(site, asker, "Does a mail tell of an answer after its end");
            site.answer(site.member("helper"), next, "No, the bell does.");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(site.notices(asker)).contains(next.title()));
            assertThat(sink.count(address)).isEqualTo(1);
        }
    }

    /** As a mail program: without session, cookie or token (RFC 8058). */
    private static void unsubscribe(Site site, String text)
    {
        Matcher link = Pattern.compile("https?://[^\\s\"<>]+/notices/unsubscribing/[A-Za-z0-9_.-]+").matcher(text);
        assertThat(link.find()).as("the mail names the address that ends such mails").isTrue();
        Member.Answer question = site.stranger().send("GET", link.group(), null, Map.of("Accept", "text/html"));
        assertThat(question.ok().document().select("form[method=post] [name=List-Unsubscribe]")).hasSize(1);
        site.stranger().send("POST", link.group(), Map.of("List-Unsubscribe", "One-Click"), Map.of()).ok();
    }
}
