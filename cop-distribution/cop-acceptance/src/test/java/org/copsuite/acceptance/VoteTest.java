/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.QuestionPage;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Voting up, down, and taking it back; never on one's own post. */
@BrowserTest
class VoteTest
{
    @Test
    void oneVoteAPersonChangedAndWithdrawn(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "How many votes does one person have?", "One?", "");
        QuestionPage page = QuestionPage.open(browser, site.member("helper"), question);
        assertThat(page.score(question.id())).isZero();

        page.vote(question.id(), true);
        page.waitForScore(question.id(), 1);
        assertThat(browser.see(QuestionPage.voteButton(question.id(), true)).getDomAttribute("aria-pressed"))
            .isEqualTo("true");

        page.vote(question.id(), false);
        page.waitForScore(question.id(), -1);

        page.vote(question.id(), false);
        page.waitForScore(question.id(), 0);
        assertThat(browser.see(QuestionPage.voteButton(question.id(), false)).getDomAttribute("aria-pressed"))
            .isEqualTo("false");

        page.vote(question.id(), true);
        page.waitForScore(question.id(), 1);
        QuestionPage.open(browser, site.member("reader"), question).waitForScore(question.id(), 1);
    }

    @Test
    void nobodyVotesOnAnOwnPost(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "May I vote on what I asked myself?", "May I?", "");

        QuestionPage.open(browser, site.member("asker"), question);
        assertThat(browser.sees(QuestionPage.voteButton(question.id(), true))).isFalse();

        Member.Answer answer = site.member("asker").post("/questions/" + question.id() + "/votes", Map.of("value", "1"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asText()).isNotBlank().doesNotContain("cop.");
    }

    @Test
    void aStrangerSeesTheScoreAndNoButtons(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "What does a stranger see beside a question?", "What?", "");

        QuestionPage page = QuestionPage.open(browser, site.stranger(), question);

        assertThat(page.score(question.id())).isZero();
        assertThat(browser.sees(".cop-vote-button")).isFalse();
    }

    @Test
    void anAdministratorSwitchesVotesDownOff(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "May a wiki do without votes down?", "May it?", "");
        assertThat(site.member("helper").post("/settings", Map.of("question.down-votes", "false")).status()).isEqualTo(403);
        try {
            browser.as(site.admin()).open("/bin/view/CoP/Administration");
            browser.click("#cop-setting-question-down-votes-switch");
            browser.until("still on", ignored -> site.stranger().ask("/down-votes").json().path("on").asBoolean() ? null
                : true);

            QuestionPage.open(browser, site.member("helper"), question);
            assertThat(browser.sees(QuestionPage.voteButton(question.id(), true))).isTrue();
            assertThat(browser.sees(QuestionPage.voteButton(question.id(), false))).isFalse();
            Member.Answer refused =
                site.member("helper").post("/questions/" + question.id() + "/votes", Map.of("value", "-1"));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("fields").path("value").asText()).contains("nobody votes down");
        } finally {
            site.admin().post("/settings", Map.of("question.down-votes", "true")).ok();
        }
        QuestionPage.open(browser, site.member("helper"), question);
        assertThat(browser.sees(QuestionPage.voteButton(question.id(), false))).isTrue();
    }
}
