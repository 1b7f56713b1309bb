/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.nio.file.Path;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the README from the samples, with {@code -Dcop.screenshots=<folder>}. */
@BrowserTest
@EnabledIfSystemProperty(named = "cop.screenshots", matches = ".+", disabledReason = "Only with -Dcop.screenshots=DIR")
class ScreenshotsTest
{
    private final Path folder = Path.of(System.getProperty("cop.screenshots", ""));

    @Test
    void takePictures(Browser browser, Site site)
    {
        Member member = Member.signedIn(site.base(), new org.copsuite.acceptance.site.Credentials("member",
            "Jonas Weber", org.copsuite.embedded.sample.SampleLoader.PASSWORD));
        browser.as(member).open("/");
        browser.see(".cop");
        browser.picture(this.folder.resolve("home.png"));

        String question = site.stranger().ask("/search?q=nightly+load+twice").json().findValuesAsText("url").get(0);
        browser.open(question);
        browser.see(".cop-question");
        browser.picture(this.folder.resolve("question.png"));
        browser.narrow();
        browser.open(question);
        browser.see(".cop-question");
        browser.picture(this.folder.resolve("question-phone.png"));
        browser.wide();

        browser.open("/bin/view/CoP/Communities");
        browser.click(".cop-card a[href*='DataPlatform'], .cop-card:last-child h3 a");
        browser.see(".cop-community-head");
        browser.picture(this.folder.resolve("community.png"));

        browser.open("/bin/view/CoP/Ask");
        browser.fill("#cop-ask [name=title]", "How can a nightly load run twice without doing harm?");
        browser.waitForText("#cop-ask-live", "scheduler retries");
        browser.see("#cop-ask-live .cop-expert");
        browser.picture(this.folder.resolve("ask.png"));
    }
}
