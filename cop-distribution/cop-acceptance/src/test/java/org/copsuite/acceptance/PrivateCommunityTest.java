/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a private community holds exists for its members only. */
@BrowserTest
class PrivateCommunityTest
{
    private static final String WORD = "zanzibarite" + Member.newId().substring(0, 4);

    @Test
    void membersSeeItNobodyElseDoesAnywhere(Browser browser, Site site)
    {
        Site.Community vault = site.found("The " + WORD + " Vault", "private");
        site.appoint(vault, site.member("insider"), "member");
        Site.Post question = site.ask(site.member("insider"), vault, "Who keeps the key of the " + WORD + " vault?",
            "The " + WORD + " question.", WORD);
        site.answer(site.member("facilitator"), question, "The " + WORD + " answer.");
        site.awaitIndexed(site.member("insider"), question);

        browser.as(site.member("insider")).open(vault.path());
        browser.waitForText(".cop-list", question.title());
        browser.open(question.path());
        browser.waitForText(".cop-answers", "The " + WORD + " answer.");

        List<String> places = List.of("/", "/bin/view/CoP/WebHome", "/bin/view/CoP/Questions",
            "/bin/view/CoP/Questions?cop-tag=" + WORD, "/bin/view/CoP/Communities", "/bin/view/CoP/Communities?cop-q="
            + WORD, "/bin/view/CoP/Search?cop-q=" + WORD, "/bin/view/CoP/People?cop-q=" + WORD, "/bin/view/CoP/Tags",
            "/bin/view/CoP/Leaderboard", "/bin/view/CoP/Thanks", vault.path(), question.path());
        for (Member other : List.of(site.stranger(), site.member("outsider"))) {
            browser.as(other);
            for (String place : places) {
                browser.open(place);
                String seen = (String) browser.run("return [...document.querySelectorAll('#cop-search-q, input')].forEach("
                    + "i => i.remove()) || document.body.innerText;");
                assertThat(seen.replace("“" + WORD + "”", "").replace("\"" + WORD + "\"", "")).as(place)
                    .doesNotContain("The " + WORD).doesNotContain("key of the");
            }
        }
        assertThat(site.member("outsider").read(question.path()).status())
            .isEqualTo(site.pages().refusalToView(site.member("outsider")));
        assertThat(site.member("outsider").ask("/questions/" + question.id()).status()).isEqualTo(404);
        assertThat(site.member("outsider").post("/questions/" + question.id() + "/votes", Map.of("value", "1"))
            .status()).isEqualTo(404);
    }
}
