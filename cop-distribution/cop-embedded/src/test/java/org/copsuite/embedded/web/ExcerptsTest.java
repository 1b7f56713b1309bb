/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import java.util.List;

import org.copsuite.wiki.Markup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

/** Words of a text around what was searched for. */
@ComponentTest
class ExcerptsTest
{
    @InjectMockComponents
    private Excerpts excerpts;

    @MockComponent
    private Markup markup;

    @BeforeEach
    void strip()
    {
        when(this.markup.plain(anyString())).thenAnswer(call -> call.<String>getArgument(0).replace("**", ""));
    }

    private String of(String content, String... words)
    {
        return this.excerpts.of(content, List.of(words)).value();
    }

    @Test
    void marksEachWordAndNoMarkup()
    {
        assertThat(of("The **Quick** fox\nis quicker.", "quick", "fox"))
            .isEqualTo("The <mark>Quick</mark> <mark>fox</mark> is <mark>quick</mark>er.");
    }

    @Test
    void escapesWhatStandsThere()
    {
        assertThat(of("a <script>alert(\"moon\")</script> & <b>", "script", "<b>"))
            .isEqualTo("a &lt;<mark>script</mark>&gt;alert(&quot;moon&quot;)&lt;/<mark>script</mark>&gt; &amp; "
                + "<mark>&lt;b&gt;</mark>");
    }

    @Test
    void cutsALongTextBetweenWords()
    {
        String text = of("lorem ipsum ".repeat(1_500) + "the moon " + "dolor sit ".repeat(5_000), "moon");

        assertThat(text).startsWith("\u2026 ").endsWith(" \u2026").contains(" the <mark>moon</mark> dolor");
        assertThat(text.replaceAll("</?mark>", "").length()).isLessThan(240);
        assertThat(text.replaceAll("[\u2026 ]|</?mark>", "").replaceAll("lorem|ipsum|the|moon|dolor|sit", "")).isEmpty();
    }

    @Test
    void survivesTextsWithoutGaps()
    {
        assertThat(of("x".repeat(9_000) + "moon" + "y".repeat(9_000), "moon")).contains("<mark>moon</mark>");
        assertThat(of("\ud83d\ude00".repeat(3_000) + "moon" + "\ud83d\ude00".repeat(3_000), "moon"))
            .contains("<mark>moon</mark>").doesNotContain("\ufffd");
        assertThat(of("\u0130stanbul and the moon", "moon")).isEqualTo("\u0130stanbul and the <mark>moon</mark>");
    }

    @Test
    void isEmptyWhereOnlyTheTitleOrTheMarkupHoldsTheWord()
    {
        assertThat(of("nothing", "moon")).isEmpty();
        when(this.markup.plain(anyString())).thenReturn("");
        assertThat(of("{{moon/}}", "moon")).isEmpty();
    }
}
