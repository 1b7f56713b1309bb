/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.nio.file.Path;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Credentials;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.copsuite.embedded.sample.SampleLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of README and guides from the samples, with {@code -Dcop.screenshots=<folder>}. */
@BrowserTest
@EnabledIfSystemProperty(named = "cop.screenshots", matches = ".+", disabledReason = "Only with -Dcop.screenshots=DIR")
class ScreenshotsTest
{
    private static final String GUILD = "/bin/view/Communities/data-platform-guild/";

    private static final String MEDICATION = "/bin/view/Communities/safe-medication-circle/";

    /** A poll that is closed. */
    private static final String POLL = ".cop-poll:not(:has(.cop-ballot))";

    private final Path folder = Path.of(System.getProperty("cop.screenshots", ""));

    private static Member signedIn(Site site, String login)
    {
        return Member.signedIn(site.base(), new Credentials(login, login, SampleLoader.PASSWORD));
    }

    private Path file(String name)
    {
        return this.folder.resolve(name + ".png");
    }

    /** Takes a picture of an element of a page, whole. */
    private void picture(Browser browser, String name, String address, String css)
    {
        browser.open(address);
        browser.picture(file(name), css);
    }

    /** A panel that is loaded when one scrolls to it. */
    private void panel(Browser browser, String name, String address, String css)
    {
        browser.open(address);
        browser.until("No " + css, page -> (Boolean) page.run(
            "document.querySelector('[data-cop-load]')?.scrollIntoView();"
                + "return !document.querySelector('[data-cop-load]') && !!document.querySelector(arguments[0]);", css)
            ? true : null);
        browser.picture(file(name), css);
    }

    @Test
    void picturesOfAMember(Browser browser, Site site)
    {
        browser.as(signedIn(site, "member")).open("/");
        browser.see(".cop");
        browser.picture(file("home"));

        String question = site.stranger().ask("/search?q=nightly+load+twice").json().findValuesAsText("url").get(0);
        browser.open(question);
        browser.see(".cop-question");
        browser.picture(file("question"));
        browser.narrow();
        browser.open(question);
        browser.see(".cop-question");
        browser.picture(file("question-phone"));
        browser.wide();

        browser.open(GUILD);
        browser.see(".cop-community-head");
        browser.picture(file("community"));

        browser.open("/bin/view/CoP/Ask");
        browser.fill("#cop-ask [name=title]", "How can a nightly load run twice without doing harm?");
        browser.waitForText("#cop-ask-live", "scheduler retries");
        browser.see("#cop-ask-live .cop-expert");
        browser.picture(file("ask"));

        picture(browser, "charter", GUILD + "Charter", "#cop-charter");
        picture(browser, "joining", GUILD + "?cop-view=members", "#cop-members");
        panel(browser, "rota", GUILD, "#cop-rota");
        panel(browser, "experts", GUILD, "#cop-designations");
        browser.click("a[href*='Milestones?cop-community=']");
        browser.picture(file("milestones"), ".cop-milestones");
        browser.open(MEDICATION);
        browser.click("a[href*='/Projects/one-medication-list']");
        browser.picture(file("project"), ".cop-project");
        picture(browser, "endorsements", "/bin/view/XWiki/tomas", "#cop-endorsements");
    }

    @Test
    void picturesOfAFacilitator(Browser browser, Site site)
    {
        browser.as(signedIn(site, "facilitator"));
        browser.open(GUILD);
        browser.click("a[href*='Feedback?cop-community=']");
        browser.see("#cop-pulse canvas");
        browser.see(POLL + " canvas");
        browser.picture(file("poll"), POLL);
        browser.picture(file("pulse"), "#cop-pulse");
        browser.open(GUILD);
        browser.click("a[href*='Gaps?cop-community=']");
        browser.picture(file("gaps"), "#cop-gaps");
        browser.click("#cop-gaps-hanging a[href*='Handover?']");
        browser.picture(file("handover"), "#cop-handover");
        browser.open("/bin/view/CoP/Notices");
        browser.see(".cop");
        browser.picture(file("notices"));

        browser.as(signedIn(site, "admin")).open("/bin/view/CoP/NewCommunity");
        browser.see(".cop-cards");
        browser.picture(file("founding"));
    }

    @Test
    void picturesOfANewcomer(Browser browser, Site site)
    {
        Member facilitator = signedIn(site, "facilitator");
        Member newcomer = signedIn(site, "member");
        String circle = site.idOfCommunity("Safe Medication Circle");
        facilitator.post("/settings/communities/" + circle, Map.of("coaching.on", "true")).ok();
        String held = newcomer.post("/questions", Map.of("id", Member.newId(), "community", circle, "title",
            "Something went wrong, what do I do now?", "body",
            "Yesterday I almost gave a patient the wrong dose. **Nothing happened.** Do I have to report that?", "tags",
            "reporting")).ok().json().path("id").asText();
        facilitator.post("/first-questions/" + held + "/comments", Map.of("text",
            "Welcome, and good that you ask! Put the question itself into the title: “Do we report a near miss if no harm "
                + "was done?” And say where it happened, without anything that names the patient.")).ok();

        browser.as(newcomer).open("/bin/view/CoP/FirstQuestions?cop-question=" + held);
        browser.see(".cop-held-comments .cop-comment");
        browser.picture(file("coaching"), ".cop-held");
    }
}
