/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.macro.fragment.Samples;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.search.SearchService;
import org.copsuite.wiki.WikiId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

/** What macros show where something is refused or fails, and where an address holds what nobody sent. */
@ComponentTest
@AllComponents
class RefusingMacrosTest extends AbstractMacroTest
{
    @ParameterizedTest
    @CsvSource({"NOT_FOUND,cop.error.notFound", "FORBIDDEN,cop.error.forbidden", "SIGN_IN,cop.error.signIn"})
    void refusesInASentence(CopException.Kind kind, String key) throws Exception
    {
        when(get(QuestionQueries.class).question(any(), any(), any())).thenThrow(new CopException(kind, key));

        Document page = show("{{cop-question id=\"" + Samples.QUESTION + "\"/}}");

        assertThat(page.select(".cop .cop-refusal").text()).startsWith(key);
        assertThat(page.select(".cop-refusal a[href=/bin/login]")).hasSize(kind == CopException.Kind.SIGN_IN ? 1 : 0);
    }

    @Test
    void asksOnceForASignIn() throws Exception
    {
        when(get(QuestionQueries.class).question(any(), any(), any()))
            .thenThrow(new CopException(CopException.Kind.SIGN_IN, "cop.error.signIn"));
        String macro = "{{cop-question id=\"" + Samples.QUESTION + "\"/}}";

        Execution execution = get(Execution.class);
        execution.setContext(new ExecutionContext());

        Document page = show(macro + "\n\n" + macro);
        execution.removeContext();

        assertThat(page.select(".cop")).hasSize(2);
        assertThat(page.select(".cop-refusal")).hasSize(1);
    }

    @Test
    void saysOnceAndCalmlyThatThereIsNoCommunity() throws Exception
    {
        when(get(CommunityService.class).around(any(), any())).thenReturn(Optional.empty());
        Execution execution = get(Execution.class);
        execution.setContext(new ExecutionContext());

        Document page = show("{{cop-poll/}}\n\n{{cop-pulse/}}\n\n{{cop-suggestions/}}\n\n{{cop-charter/}}");
        execution.removeContext();

        assertThat(page.select(".cop")).hasSize(4);
        assertThat(page.select(".errormessage")).isEmpty();
        assertThat(page.select(".infomessage").eachText()).containsExactly("No community is chosen here. Open this page "
            + "from a community; on a page of your own, name one with the parameter \u201ccommunity\u201d.");
    }

    @Test
    void keepsThePageWhereTheIndexDoesNotAnswer() throws Exception
    {
        ask("q", "words");
        when(get(SearchService.class).search(any(), any()))
            .thenThrow(new CopException(CopException.Kind.UNAVAILABLE, "cop.error.index"));

        assertThat(show("{{cop-search/}}").select(".cop-refusal").text()).isEqualTo("cop.error.index");
        assertThat(this.logs.getMessage(0)).contains("cop.error.index");
    }

    @Test
    void keepsThePageWhereSomethingFailsThatShouldNot() throws Exception
    {
        when(get(QuestionQueries.class).list(any(), any())).thenThrow(new IllegalStateException("select * from secrets"));

        Document page = show("{{cop-questions/}}\n\n{{cop-tags/}}");

        assertThat(page.select(".cop .errormessage").text()).startsWith("Something went wrong on our side");
        assertThat(page.text()).doesNotContain("secrets");
        assertThat(page.select(".cop .cop-tags-page")).hasSize(1);
        assertThat(this.logs.getMessage(0))
            .isEqualTo("Failed to print [cop-questions]; the page shows a message instead.");
    }

    @Test
    void asksWithNothingThatNoDatabaseHolds() throws Exception
    {
        ask("tag", " ca\u0000re\u202E ");

        show("{{cop-questions/}}");

        verify(get(QuestionQueries.class)).list(eq(Samples.READER),
            argThat(query -> "care".equals(query.tag())));
    }

    @Test
    void saysWhatIsWrongWithAnAddressThatNoFormHasSent() throws Exception
    {
        when(get(QuestionQueries.class).list(any(), any())).thenThrow(CopException.invalid("after", "cop.error.cursor"));
        ask("after", "another-list");

        Document shown = show("{{cop-questions/}}");

        assertThat(shown.text()).contains("cop.error.cursor").doesNotContain("cop.error.invalid");
        assertThat(shown.select("a").text()).isEqualTo("Go to the beginning of the list");
    }

    @Test
    void passesOverNonsenseInTheAddress() throws Exception
    {
        when(get(CommunityService.class).around(any(), any())).thenReturn(Optional.empty());
        ask("order", "'; drop table");
        ask("state", "<script>");
        ask("edit", "no id");

        show("{{cop-questions/}}");

        verify(get(QuestionQueries.class)).list(Samples.READER,
            new ListQuery(new WikiId("xwiki"), null, null, null, null, Order.NEWEST, null, 20));
        assertThat(show("{{cop-question/}}").select(".cop-edit")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "{{html}}x{{/html}}"})
    void survivesHostileAddresses(String value) throws Exception
    {
        for (String name : List.of("q", "tag", "to", "topic", "person", "title", "after", "community", "period", "view")) {
            ask(name, value);
        }
        for (String name : MACROS) {
            Document page = show("{{cop-" + name + "/}}");
            assertThat(page.select("script, img[onerror], .xwikirenderingerror")).as(name).isEmpty();
        }
    }
}
