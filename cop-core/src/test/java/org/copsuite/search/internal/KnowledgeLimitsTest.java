/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.copsuite.Slice;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.search.SearchService.Search;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limits of searches and drafts, one step before and one behind each. */
class KnowledgeLimitsTest extends AbstractIndexTest
{
    private SearchService searchService;

    @BeforeEach
    void start()
    {
        this.searchService = this.wiki.get(SearchService.class);
    }

    private static String behind(int characters, String words)
    {
        return "zzz ".repeat(characters / 4) + words;
    }

    @Test
    void aPageHas100HitsAtMost() throws Exception
    {
        for (int i = 0; i < 102; i++) {
            ask(this.anna, this.open, "How is cake number " + i + " made?", "With a spoon, I guess, or two.");
        }
        caughtUp();

        Slice<Hit> page = this.searchService.search(this.anna, new Search(WIKI, "cake", null, null, null, 10_000));

        assertThat(page.items()).hasSize(100);
        assertThat(page.next()).isNotNull();
        assertThat(this.searchService.related(this.anna, new Draft(WIKI, "How is a cake made?", "", List.of(), null,
            Set.of()),
            10_000)).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void aSnippetIsCutFromTheFirst20000Characters() throws Exception
    {
        ask(this.anna, this.open, "Is this within the bounds?", behind(19_900, "needle ends it."));
        ask(this.anna, this.open, "Is this beyond the bounds?", behind(20_000, "thimble ends it."));
        caughtUp();

        assertThat(hit("needle").snippet().value()).contains("<mark>needle</mark>");
        assertThat(hit("thimble").snippet().value()).as("found, and not shown").doesNotContain("thimble");
    }

    private Hit hit(String word) throws Exception
    {
        List<Hit> hits = this.searchService.search(this.anna, new Search(WIKI, word, null, null, null, 10)).items();
        assertThat(hits).as(word).hasSize(1);
        return hits.get(0);
    }

    @Test
    void aDraftIsComparedByItsFirst20000Characters() throws Exception
    {
        ask(this.anna, this.open, "Grey liquid on my starter", "Is the sourdough still good, or is it gone?");
        caughtUp();

        assertThat(related(behind(19_900, "grey sourdough starter liquid"))).hasSize(1);
        assertThat(related(behind(20_000, "grey sourdough starter liquid"))).isEmpty();
    }

    private List<QuestionSummary> related(String body) throws Exception
    {
        return this.searchService.related(this.anna, new Draft(WIKI, "xyzzy", body, List.of(), null, Set.of()), 5);
    }
}
