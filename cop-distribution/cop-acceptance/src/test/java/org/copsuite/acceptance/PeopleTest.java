/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Thanking, topics on one's profile, the expert finder, the leaderboard, leaving recognition. */
@BrowserTest
class PeopleTest
{
    @Test
    void oneThanksAnotherPerson(Browser browser, Site site)
    {
        Member thanked = site.member("helper");
        // In a community, with which it goes at the end.
        String wall = site.guild().path().replaceFirst("^/bin/view/", "") + "Wall";
        site.savePage(site.admin(), wall, "Wall", "{{cop-thanks/}}").ok();
        browser.as(site.member("asker")).open("/bin/view/" + wall);

        browser.fill("#cop-thanks [name=to]", site.userId(thanked));
        browser.fill("#cop-thanks [name=message]", "Thank you for the <b>quick</b> help with the acceptance tests.");
        browser.click("#cop-thanks button[type=submit]");

        browser.waitForText(".cop-thanks-list", "Thank you for the <b>quick</b> help with the acceptance tests.");
        assertThat(browser.text(".cop-thanks-card")).contains(thanked.credentials().name());
    }

    @Test
    void nobodyThanksThemselves(Site site)
    {
        Member.Answer answer = site.member("asker").post("/thanks", Map.of("id", Member.newId(), "to",
            site.userId(site.member("asker")), "message", "Well done, me."));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("fields").path("to").asText()).contains(" ");
    }

    @Test
    void aTopicOnTheProfileMakesOneFindable(Browser browser, Site site)
    {
        String topic = "beekeeping" + Member.newId().substring(0, 4);
        browser.as(site.member("expert")).open(site.profile(site.member("expert")));

        browser.fill(".cop-declare [name=topic]", topic);
        browser.run("document.querySelector('.cop-declare [name=level]').value = 'expert';");
        browser.fill(".cop-declare [name=note]", "Ask me about swarms.");
        browser.click(".cop-declare button[type=submit]");
        browser.waitForText(".cop-topics", "Ask me about swarms.");

        browser.as(site.member("reader")).open("/bin/view/CoP/People?cop-topic=" + topic);
        browser.waitForText(".cop-experts", site.member("expert").credentials().name());

        browser.as(site.member("expert")).open(site.profile(site.member("expert")));
        browser.run("[...document.querySelectorAll('.cop-topic')].find(t => t.textContent.includes(arguments[0])).id "
            + "= 'the-topic';", topic);
        browser.click("#the-topic form button");
        browser.waitForNo("#the-topic");
    }

    @Test
    void othersDeclareNothingOnMyProfile(Browser browser, Site site)
    {
        browser.as(site.member("reader")).open(site.profile(site.member("expert")));

        browser.see("h1");
        assertThat(browser.sees(".cop-declare")).isFalse();
    }

    @Test
    void theLeaderboardCountsAndOneMayLeaveIt(Browser browser, Site site)
    {
        Member star = site.member("star");
        Site.Post question = site.ask(site.member("asker"), "Who stands on the leaderboard after this?", "Who?", "");
        String answer = site.answer(star, question, "Whoever helps.");
        site.member("asker").post("/answers/" + answer + "/acceptance", Map.of()).ok();
        String board = "/bin/view/CoP/Leaderboard?cop-community=" + site.guild().id();

        browser.as(site.member("reader")).open(board);
        browser.waitForText(".cop-leaderboard", star.credentials().name());

        browser.as(star).open("/bin/view/CoP/MyContributions");
        browser.see(".cop-contributions .cop-figure-main");
        browser.click("#cop-takes-part");
        browser.waitForNo(".cop-contributions .cop-figure-main");

        browser.as(site.member("reader")).open(board);
        browser.see(".cop-leaderboard");
        assertThat(browser.text(".cop-leaderboard")).doesNotContain(star.credentials().name());
    }
}
