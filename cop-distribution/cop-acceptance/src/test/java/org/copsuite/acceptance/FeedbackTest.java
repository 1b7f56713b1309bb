/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Polls: starting one, voting, changing the vote, and an anonymous one that shows nothing before its end. Suggestions:
 * making one, voting, deciding.
 */
@BrowserTest
class FeedbackTest
{
    private static Member joined(Site site, String name)
    {
        Member member = site.member(name);
        member.post("/communities/" + site.guild().id() + "/members", Map.of()).ok();
        return member;
    }

    private static String page(Site site)
    {
        return "/bin/view/CoP/Feedback?cop-community=" + site.guild().id();
    }

    private static String poll(Site site, Member author, String question, boolean secret)
    {
        Map<String, String> poll = new HashMap<>(Map.of("id", Member.newId(), "community", site.guild().id(), "question",
            question, "kind", "single", "secret", String.valueOf(secret), "options", "Yes\nNo", "closes",
            LocalDate.now(ZoneOffset.UTC).plusDays(2).toString()));
        author.post("/polls", poll).ok();
        return poll.get("id");
    }

    @Test
    void aMemberStartsAPollAndOthersVote(Browser browser, Site site)
    {
        Member author = joined(site, "poller");
        browser.as(author).open(page(site));
        browser.click("#cop-poll-new");
        browser.fill("#cop-poll-question", "Shall we meet <b>outside</b>?");
        browser.fill("#cop-poll-options", "Yes\nNo\nIf it is warm");
        browser.click("#cop-poll-start button[type=submit]");
        browser.waitForText(".cop-polls .cop-poll", "Shall we meet <b>outside</b>?");

        Member voter = joined(site, "voter");
        browser.as(voter).open(page(site));
        browser.click(".cop-poll:first-of-type input[name=choices][value='3']");
        browser.click(".cop-poll:first-of-type .cop-ballot button[type=submit]");
        browser.waitForText(".cop-poll:first-of-type", "1 person has voted");
        browser.until("no chart", page -> page.sees(".cop-poll:first-of-type canvas") ? true : null);
        assertThat(browser.run("return document.querySelector('.cop-chart table tbody tr:nth-child(3) td').textContent;"))
            .isEqualTo("1");
        assertThat(browser.run("return typeof window.Chart;")).as("the library leaves no global variable")
            .isEqualTo("undefined");

        browser.click(".cop-poll:first-of-type input[name=choices][value='1']");
        browser.click(".cop-poll:first-of-type .cop-ballot button[type=submit]");
        browser.until("the vote was not changed", page -> "0".equals(page.run(
            "return document.querySelector('.cop-chart table tbody tr:nth-child(3) td').textContent;")) ? true : null);
        browser.narrow();
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth;")).isEqualTo(true);
        browser.wide();
    }

    @Test
    void optionsArePutInOrderWithTheKeyboard(Browser browser, Site site)
    {
        String id = Member.newId();
        joined(site, "sorter").post("/polls", Map.of("id", id, "community", site.guild().id(), "question",
            "Which one first?", "kind", "ranked", "options", "Contracts\nTests\nPlans", "closes",
            LocalDate.now(ZoneOffset.UTC).plusDays(2).toString())).ok();
        String poll = "#cop-poll-" + id;
        String order = "return [...document.querySelectorAll('" + poll + " select')].map(one => one.value).join('');";

        browser.as(joined(site, "voter")).open(page(site));
        browser.click(poll + " button[aria-label='Move down: Contracts']");
        assertThat(browser.run(order)).isEqualTo("213");
        assertThat(browser.run("return document.activeElement.getAttribute('aria-label');").toString())
            .isEqualTo("Move down: Contracts");
        browser.narrow();
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth;")).isEqualTo(true);
        browser.wide();
        browser.click(poll + " .cop-ballot button[type=submit]");
        browser.waitForText(poll, "1 person has voted");
        assertThat(browser.run(order)).isEqualTo("213");
    }

    @Test
    void anAnonymousPollShowsNothingBeforeItsEnd(Browser browser, Site site)
    {
        Member author = joined(site, "discreet");
        String poll = poll(site, author, "Is anything wrong?", true);
        List<Member> voters = List.of(joined(site, "one"), joined(site, "two"), joined(site, "three"),
            joined(site, "four"), author);
        voters.forEach(voter -> voter.post("/polls/" + poll + "/ballots", Map.of("choices", "2")).ok());

        browser.as(author).open(page(site));
        browser.waitForText("#cop-poll-" + poll, "5 people have voted");
        assertThat(browser.sees("#cop-poll-" + poll + " .cop-chart")).isFalse();
        assertThat(site.admin().ask("/polls/" + poll).json().path("options").path(1).path("votes").asInt()).isZero();
        browser.click("#cop-poll-close-" + poll);
        browser.click("#cop-poll-" + poll + " form[action$='/closing'] button");
        browser.see("#cop-poll-" + poll + " .cop-chart");

        assertThat(browser.run("return document.querySelector('#cop-poll-" + poll
            + " table tbody tr:nth-child(2) td').textContent;")).isEqualTo("5");
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(browser.see("#cop-poll-" + poll + " .cop-muted time").getAttribute("datetime")).isEqualTo(today);
        assertThat(browser.text("#cop-poll-" + poll)).contains("closed on ");
        assertThat(site.admin().ask("/polls/" + poll).json().path("closes").asText()).isEqualTo(today);
    }

    @Test
    void aSuggestionIsVotedForAndDeclinedWithAReason(Browser browser, Site site)
    {
        browser.as(joined(site, "thinker")).open(page(site));
        browser.click("#cop-suggestion-new");
        browser.fill("#cop-suggestion-title", "Fewer <i>slides</i>, please");
        browser.click("#cop-suggest button[type=submit]");
        browser.waitForText(".cop-suggestion", "Fewer <i>slides</i>, please");
        String id = (String) browser.run("return [...document.querySelectorAll('.cop-suggestion')].find(one => "
            + "one.textContent.includes('Fewer')).id.replace('cop-suggestion-', '');");

        browser.as(joined(site, "supporter")).open(page(site));
        browser.click("#cop-suggestion-vote-" + id);
        browser.waitForText("#cop-suggestion-" + id, "1 vote");

        Member facilitator = site.member("facilitator");
        assertThat(facilitator.post("/suggestions/" + id + "/state", Map.of("state", "declined", "seen", "new")).status())
            .as("without a reason").isEqualTo(400);
        assertThat(facilitator.post("/suggestions/" + id + "/state", Map.of("state", "done", "seen", "planned")).status())
            .as("of another state").isEqualTo(409);
        browser.as(facilitator).open(page(site));
        browser.click("#cop-suggestion-decide-" + id);
        browser.run("document.getElementById('cop-suggestion-state-" + id + "').value = 'declined';");
        browser.fill("#cop-suggestion-reason-" + id, "We have none.");
        browser.click("#cop-suggestion-" + id + " form[action$='/state'] button[type=submit]");
        browser.waitForText("#cop-suggestion-" + id, "We have none.");
    }

    @Test
    void onlyMembersSeeThePulseSurvey(Site site)
    {
        String path = "/pulse?community=" + site.guild().id();
        assertThat(site.member("outsider").ask(path).status()).isEqualTo(403);
        assertThat(joined(site, "insider").ask(path).json().path("results").isArray()).isTrue();
    }

    @Test
    void strangersDoNotVote(Site site)
    {
        String poll = poll(site, joined(site, "asker"), "Who may vote?", false);

        Member.Answer answer = site.member("outsider").post("/polls/" + poll + "/ballots", Map.of("choices", "1"));

        assertThat(answer.status()).isEqualTo(403);
    }
}
