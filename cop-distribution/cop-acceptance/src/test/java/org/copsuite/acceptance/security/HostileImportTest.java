/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A dump that is hostile in every field, and what the pages look like that it becomes. */
@DisabledIfSystemProperty(named = "cop.url", matches = ".+", disabledReason = "A dump is imported only into the wiki started here")
class HostileImportTest
{
    private static final Site SITE = Site.get();

    private HostileDump dump;

    @BeforeEach
    void bringIn()
    {
        this.dump = HostileDump.imported(SITE);
    }

    @Test
    void whatCannotBeUsedIsToldWithItsLineAndTheRestIsThere()
    {
        int texts = Hostile.TEXTS.size() + HostileDump.HTML.size();
        assertThat(this.dump.skipped()).containsExactly(
            "Posts.xml:" + this.dump.lineOfPost(3) + ": Body is longer than 1000000 characters",
            "Posts.xml:" + this.dump.lineOfPost(2) + ": is not well-formed XML in the file's encoding",
            "Posts.xml:" + this.dump.lineOfPost(1) + ": contains an unescaped <");
        assertThat(this.dump.result().skipped()).isEqualTo(3);
        assertThat(this.dump.result().questions()).isEqualTo(texts + 1);
        assertThat(this.dump.result().answers()).isEqualTo(texts);
        assertThat(this.dump.result().comments()).isEqualTo(2L * texts);
        assertThat(this.dump.result().users()).isEqualTo(texts);
    }

    @Test
    void noQuestionRunsAnythingOrBreaksItsPage()
    {
        for (Member reader : List.of(SITE.stranger(), SITE.member("reader"), SITE.admin())) {
            for (HostileDump.Thread thread : this.dump.threads()) {
                Document page = reader.read(thread.path()).ok().document();
                Hostile.check(page, thread.text());
                assertThat(page.select("article.cop-question")).as(thread.text()).hasSize(1);
                assertThat(page.select(".cop-question > .cop-post")).as(thread.text()).hasSize(1);
                assertThat(page.select(".cop-answers .cop-post")).as(thread.text()).hasSize(1);
                assertThat(page.select(".cop-comment")).as(thread.text()).hasSize(2);
                assertThat(page.select(".cop")).as(thread.text()).isNotEmpty().allMatch(
                    root -> root.parents().stream().noneMatch(parent -> parent.hasClass("cop-text")));
                assertThat(page.select(".cop-text [data-cop-load], .cop-text [data-cop-texts], .cop-text [style], "
                    + ".cop-text .cop-form")).as(thread.text()).isEmpty();
                assertThat(page.select(".cop-answers .cop-text").text()).as(thread.text())
                    .contains("The end of the answer.");
            }
        }
    }

    @Test
    void aTextOfAMillionCharactersIsShown()
    {
        Document page = SITE.stranger().read(this.dump.longText()).ok().document();
        Hostile.check(page, "the long text");
        assertThat(page.select(".cop-question > .cop-post .cop-text").text())
            .startsWith("This text is shown as it was written, because it is longer than what is formatted. long **words**")
            .hasSizeGreaterThan(800_000);
        assertThat(page.select("form.cop-form, footer")).as("what follows the text").isNotEmpty();
    }

    @Test
    void whatLooksLikeSyntaxStaysText()
    {
        for (HostileDump.Thread thread : this.dump.threads()) {
            if (thread.text().contains("{{") && !thread.text().contains("\n")) {
                Document page = SITE.stranger().read(thread.path()).ok().document();
                assertThat(page.select(".cop-answers .cop-post-body .cop-text").first().text()).as(thread.text())
                    .contains(thread.text().strip().replaceAll("\\s+", " "));
            }
        }
    }

    @Test
    void noListSearchProfileOrEditorRunsAnything()
    {
        String site = "/bin/view/CoP/";
        for (String place : List.of(site + "Questions?cop-order=newest", site + "Questions?cop-order=votes", site + "Tags",
            site + "Questions?cop-tag=hostile", site + "Search?cop-q=hostile", site + "Search?cop-q=window", site + "People",
            site + "Leaderboard?cop-period=all", site + "Communities", this.dump.community(),
            this.dump.community() + "?cop-view=members")) {
            Hostile.check(SITE.stranger().read(place).ok().document(), place);
            Hostile.check(SITE.admin().read(place).ok().document(), place);
        }
        for (HostileDump.Thread thread : this.dump.threads()) {
            Hostile.check(SITE.stranger().read(thread.profile()).ok().document(), "the author: " + thread.text());
            for (String action : List.of("/edit/", "/history/", "/move/", "/delete/")) {
                String place = thread.path().replace("/view/", action);
                Hostile.check(SITE.admin().read(place).ok().document(), place + " of " + thread.text());
            }
        }
    }

    @Test
    void noFragmentOrFeedRunsAnything()
    {
        for (String path : List.of("/questions?tag=hostile", "/search?q=hostile", "/tags", "/related?title=hostile",
            "/experts?topic=hostile", "/leaderboard?period=all")) {
            Member.Answer html = SITE.member("reader").send("GET", Site.REST + path, null,
                java.util.Map.of("Accept", "text/html"));
            assertThat(html.status()).as(path).isEqualTo(200);
            assertThat(html.document().select("script, iframe, style, [onclick], [onerror], [onload], [onmouseover]"))
                .as(path).isEmpty();
            assertThat(SITE.member("reader").ask(path).status()).as(path).isEqualTo(200);
        }
    }
}
