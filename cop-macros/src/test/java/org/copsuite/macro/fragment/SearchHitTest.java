/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.Slice;
import org.copsuite.macro.AbstractMacroTest;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.spi.Message;
import org.copsuite.spi.SearchHit;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/** The search page shows what any source contributes. */
@ComponentTest
@AllComponents
class SearchHitTest extends AbstractMacroTest
{
    private static final PageId PAGE = SpaceId.of(new WikiId("xwiki"), "Recipes").page("Rye");

    /** A recipe; nobody but its source knows what it is. */
    public record RecipeHit(String title, String summary, Person author, List<Message> facts, Optional<Message> label)
        implements SearchHit
    {
        @Override
        public String type()
        {
            return "recipe";
        }

        @Override
        public UUID id()
        {
            return new UUID(7, 7);
        }

        @Override
        public PageId page()
        {
            return PAGE;
        }

        @Override
        public List<String> tags()
        {
            return List.of("bread");
        }

        @Override
        public Instant created()
        {
            return Instant.parse("2020-02-02T02:02:02Z");
        }
    }

    private Element show(SearchHit item, String snippet) throws Exception
    {
        when(get(SearchService.class).search(any(), any()))
            .thenReturn(new Slice<>(List.of(new Hit(item, new Html(snippet))), null));
        ask("q", "rye");
        return show("{{cop-search/}}").selectFirst(".cop-hit");
    }

    @Test
    void aHitShowsItsTitleLinkLabelFactsTagsAndAuthor() throws Exception
    {
        Person author = new Samples("Ada").person();
        Element hit = show(new RecipeHit("Rye <b>bread</b>", "", author,
            List.of(Message.of("cop.question.answers", 4)), Optional.of(Message.of("cop.search.go"))),
            "Of <mark>rye</mark>");

        Element link = hit.selectFirst("h3 a");
        assertThat(link.text()).isEqualTo("Rye <b>bread</b>");
        assertThat(link.attr("href")).contains("Recipes").contains("Rye");
        assertThat(hit.selectFirst("p mark").text()).isEqualTo("rye");
        assertThat(hit.selectFirst(".cop-item-foot").text()).contains("bread", "Search · 4 answers · ",
            "Ada");
    }

    @Test
    void eachSearchShowsItsOwnSnippet() throws Exception
    {
        RecipeHit rye = new RecipeHit("Rye <!--snippet-->", "Take rye.", new Samples("Ada").person(), List.of(), Optional.empty());

        assertThat(show(rye, "Of <mark>rye</mark>").selectFirst("p").text()).isEqualTo("Of rye");
        Element second = show(rye, "Of $1 <mark>flour</mark>");
        assertThat(second.selectFirst("p").text()).isEqualTo("Of $1 flour");
        assertThat(second.selectFirst("h3 a").text()).isEqualTo("Rye <!--snippet-->");
        assertThat(show(rye, "").selectFirst("p").text()).isEqualTo("Take rye.");
    }

    @Test
    void aHitWithoutLabelAndFactsShowsItsSummaryAndAuthor() throws Exception
    {
        Element hit = show(new RecipeHit("Rye", "Take <i>rye</i>.", new Samples("Ada").person(), List.of(),
            Optional.empty()), "");

        assertThat(hit.selectFirst("p").text()).isEqualTo("Take <i>rye</i>.");
        assertThat(hit.selectFirst(".cop-item-foot").text()).contains("Ada").doesNotContain("·");
    }

    @Test
    void aPageRepeatsNoMoreOfASearchThanWasSearched() throws Exception
    {
        when(get(SearchService.class).search(any(), any())).thenReturn(new Slice<>(List.of(), null));
        ask("q", "x".repeat(3000));
        Element page = show("{{cop-search/}}");

        assertThat(page.selectFirst("input[name$=q]").val()).hasSize(SearchService.QUERY_MAXIMUM);
        assertThat(page.selectFirst(".cop-empty").text().length()).isBetween(100, 150);
        assertThat(page.html()).doesNotContain("x".repeat(SearchService.QUERY_MAXIMUM + 1));
    }
}
