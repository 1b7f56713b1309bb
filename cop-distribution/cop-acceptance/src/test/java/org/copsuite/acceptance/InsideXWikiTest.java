/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.page.QuestionPage;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** How the suite stands among XWiki's own: its tabs, its navigation panel, its scripts. */
@BrowserTest
class InsideXWikiTest
{
    @BeforeEach
    void onlyXWiki(Site site)
    {
        site.assumeXWiki();
    }

    @Test
    void aQuestionShowsItsCommentsOnceAndKeepsTheOtherTabs(Browser browser, Site site)
    {
        Site.Post question = site.ask(site.member("asker"), "Are comments shown twice in XWiki?", "Once.", "");
        site.member("helper").post("/questions/" + question.id() + "/comments", Map.of("id", Member.newId(), "text",
            "A comment to be seen once.")).ok();
        QuestionPage.open(browser, site.member("asker"), question);

        assertThat(browser.sees("#Historytab")).isTrue();
        assertThat(browser.sees("#Informationtab")).isTrue();
        assertThat(browser.sees("#Attachmentstab")).isTrue();
        assertThat(browser.all("#Commentstab, #Annotationstab, #xdocFooter, #xwikicomments")).isEmpty();
        assertThat(browser.run("return document.body.innerText.split('A comment to be seen once.').length - 1;"))
            .isEqualTo(1L);
    }

    @Test
    void applicationsHaveNoTabs(Site site)
    {
        for (String page : List.of("WebHome", "Ask", "Questions", "Communities", "NewCommunity",
            "Search", "Tags", "People", "Leaderboard",
            "Thanks", "Notices", "MyContributions")) {
            Document shown = site.member("asker").read("/bin/view/CoP/" + page).ok().document();
            assertThat(shown.select("#docExtraTabs, #xdocFooter, #Commentstab")).as(page).isEmpty();
            assertThat(shown.select(".cop")).as(page).isNotEmpty();
        }
        assertThat(site.member("asker").read("/bin/view/Main/WebHome").document().select("#docExtraTabs"))
            .as("other pages have them").isNotEmpty();
    }

    @Test
    void fieldsAreWhereTheirLabelsAreAndNotWrongBeforeTheyAreFilledIn(Browser browser, Site site)
    {
        browser.as(site.member("facilitator")).open("/bin/view/CoP/Ask?cop-community=" + site.guild().id());
        assertThat((Boolean) browser.run("const box = document.getElementById('cop-ask-anonymous');"
            + "const label = box.parentElement.getBoundingClientRect(), place = box.getBoundingClientRect();"
            + "return place.top >= label.top && place.bottom <= label.bottom;")).as("the box to tick").isTrue();

        browser.open("/bin/view/CoP/Handover?cop-community=" + site.guild().id());
        browser.see("#cop-handover-person:invalid");
        assertThat(browser.run("return getComputedStyle(document.getElementById('cop-handover-person')).borderTopColor;"))
            .isEqualTo("rgb(204, 204, 204)");
    }

    @Test
    void fieldsBelowTheirLabelsAreAsWideAsTheirColumns(Browser browser, Site site)
    {
        browser.as(site.member("facilitator")).open("/bin/view/CoP/Communities");
        assertFills(browser, "cop-communities-q");
        assertFills(browser, "cop-communities-domain");
        browser.open("/bin/view/CoP/Handover?cop-community=" + site.guild().id());
        assertFills(browser, "cop-handover-person");
    }

    private static void assertFills(Browser browser, String id)
    {
        browser.see("#" + id);
        assertThat((Boolean) browser.run("const field = document.getElementById(arguments[0]);"
            + "return Math.abs(field.offsetWidth - field.closest('.form-group').clientWidth) <= 1;", id)).as(id).isTrue();
    }

    @Test
    void theModuleIsKeptByBrowsersAndNotMinifiedAtEachRequest(Site site)
    {
        Document page = site.stranger().read("/bin/view/CoP/Questions").ok().document();
        Element module = page.selectFirst("script[type=module][src*=cop.js]");
        assertThat(module).isNotNull();
        assertThat(page.select("script[src*=/jsx/][src*=copsuite]")).isEmpty();

        Member.Answer script = site.stranger().send("GET", URI.create(site.base()).resolve(module.attr("src")).toString(),
            null, Map.of());
        assertThat(script.ok().body()).contains("import");
        assertThat(script.headers().get("cache-control").toString()).doesNotContain("no-cache").doesNotContain("no-store");
        assertThat(module.attr("src")).as("an address that changes with the version").containsPattern("cop-ui-webjar/[0-9]");
    }

    /** What the panel's tree asks for, whether or not its script runs here. */
    @Test
    void theNavigationPanelListsNoQuestion(Site site)
    {
        assumeTrue(configuration(site).contains("Communities.WebHome"),
            "This wiki has no navigation panel, or its administrators show the communities there.");
        Member asker = site.member("asker");
        Site.Post question = site.ask(asker, "Does the navigation panel list this?", "No.", "");
        Element tree = asker.read("/bin/view/Main/WebHome").ok().document().selectFirst(".panel .xtree[data-url]");
        assumeTrue(tree != null, "This wiki shows no navigation panel.");

        String first = children(asker, site, tree.attr("data-url"));
        assertThat(first).as("the tree of the wiki").contains("\"id\"").doesNotContain("Communities.WebHome");
        assertThat(children(asker, site, tree.attr("data-url").replaceAll("[?&]exclusions=[^&]*", "")))
            .as("without what is excluded").contains("Communities.WebHome");
        site.awaitIndexed(asker, question);
    }

    private static String children(Member member, Site site, String url)
    {
        String absolute = URI.create(site.base()).resolve(url).toString();
        return member.send("GET", absolute + (absolute.contains("?") ? '&' : '?') + "data=children&id="
            + Member.encode("wiki:xwiki"), null, Map.of()).ok().body();
    }

    private static String configuration(Site site)
    {
        return site.admin().send("GET", "/rest/wikis/xwiki/spaces/PanelsCode/pages/NavigationConfiguration"
            + "/objects/PanelsCode.NavigationConfigurationClass/0", null, Map.of("Accept", "application/json")).body();
    }

    @Test
    void theNavigationTreeOpensWithoutTheCommunities(Browser browser, Site site)
    {
        assumeTrue(configuration(site).contains("Communities.WebHome"),
            "This wiki has no navigation panel, or its administrators show the communities there.");
        browser.as(site.member("asker")).open("/bin/view/Main/WebHome");
        assumeTrue(browser.sees(".panel .xtree"), "This wiki shows no navigation panel, or lacks its script.");
        browser.until("no tree", seen -> seen.all(".panel .xtree .jstree-node").isEmpty() ? null : Boolean.TRUE);

        assertThat(browser.texts(".panel .xtree .jstree-anchor")).doesNotContain("Communities");
    }

    @Test
    void aDeletedAnswersPageLeadsToItsQuestion(Site site)
    {
        Member helper = site.member("helper");
        Site.Post question = site.ask(site.member("asker"), "Where does the link to a deleted answer lead?", "Here.", "");
        Member.Answer answered = helper.post("/questions/" + question.id() + "/answers",
            Map.of("id", Member.newId(), "body", "To be deleted.")).ok();
        String answer = answered.json().path("url").asText();
        helper.write("DELETE", "/answers/" + answered.json().path("id").asText(), Map.of()).ok();

        for (Member reader : List.of(site.stranger(), helper)) {
            Member.Answer page = reader.send("GET", URI.create(site.base()).resolve(answer).toString(), null, Map.of());
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body()).contains("The answer that stood here was deleted.");
            String link = page.document().select("a[href*=cop-show]").attr("href");
            assertThat(reader.send("GET", URI.create(site.base()).resolve(link).toString(), null, Map.of()).ok().body())
                .contains(question.title());
        }
    }
}
