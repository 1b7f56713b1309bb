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

/** What happens to a question when its page is moved, copied, deleted or edited with the wiki's own means. */
@BrowserTest
class WikiPageTest
{
    @Test
    void aMovedQuestionKeepsItsVotesAndAnswers(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Where does this question move to today?", "There.", "");
        String answer = site.answer(site.member("helper"), question, "To another page.");
        site.member("reader").post("/answers/" + answer + "/votes", Map.of("value", "1")).ok();

        String path = site.pages().move(site.admin(), question.path(), "moved-" + question.id().substring(0, 8));

        browser.until("not moved", ignored -> site.stranger().ask("/questions/" + question.id()).body()
            .contains("moved-") ? true : null);
        browser.as(site.stranger()).open(path);
        QuestionPage page = QuestionPage.shown(browser);
        assertThat(page.answers()).containsExactly("To another page.");
        assertThat(page.score(answer)).isEqualTo(1);
        assertThat(browser.text("h1")).contains(question.title());
    }

    @Test
    void aCopyIsAQuestionOfItsOwnWithoutTheVotes(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Does a copy of this keep the votes?", "No.", "");
        site.member("reader").post("/questions/" + question.id() + "/votes", Map.of("value", "1")).ok();

        String path = site.pages().copy(site.admin(), question.path(), "copied-" + question.id().substring(0, 8));

        browser.until("no copy", ignored -> site.stranger().read(path).body().contains("cop-post-") ? true : null);
        browser.as(site.stranger()).open(path);
        QuestionPage.shown(browser);
        String id = browser.see(".cop-question > .cop-post").getDomAttribute("id").replace("cop-post-", "");
        assertThat(id).isNotEqualTo(question.id());
        assertThat(QuestionPage.open(browser, site.stranger(), question).score(question.id())).isEqualTo(1);
        browser.open(path);
        assertThat(QuestionPage.shown(browser).score(id)).isZero();
    }

    @Test
    void aDeletedQuestionLeavesTheLists(Browser browser, Site site)
    {
        String tag = "deleted" + Member.newId().substring(0, 6);
        Site.Post question = site.ask(site.member("asker"), "Is a deleted question still in a list?", "No.", tag);

        site.pages().delete(site.admin(), question.path());

        browser.until("still listed", ignored -> site.stranger().ask("/questions?tag=" + tag).body()
            .contains(question.id()) ? null : true);
        assertThat(site.stranger().ask("/questions/" + question.id()).status()).isEqualTo(404);
    }

    @Test
    void whatTheWikisEditorSavesIsShown(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Who changed this text in the wiki's editor?", "Before.",
            "");

        site.pages().save(site.member("facilitator"), question.path(), null, "After.").ok();

        browser.until("not taken", ignored -> site.stranger().ask("/questions/" + question.id()).body()
            .contains("After.") ? true : null);
        assertThat(QuestionPage.open(browser, site.stranger(), question).body()).isEqualTo("After.");
    }
}
