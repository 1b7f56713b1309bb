/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryTest
{
    private static final String ARABIC = "\u0645\u0627 \u0627\u0644\u0641\u0631\u0642";

    private static String plain(String text)
    {
        return text.replaceAll("\\{\\{/?code[^}]*\\}\\}|##|\\{\\{\\{|\\}\\}\\}", " ").replaceAll("\\s+", " ").strip();
    }

    private static String summary(String body)
    {
        return Summary.of(body, SummaryTest::plain);
    }

    @ParameterizedTest
    @CsvSource({"##SELECT (a + b);##,SELECT (a + b);", "##{{{ls --all}}}##,ls --all", "{{{f(x)}}},f(x)",
        "{{code}}(a);{{/code}},(a);", "{{code language=\"sql\"}}(a);{{/code}},(a);"})
    void codeIsIsolatedFromRightToLeftText(String source, String code)
    {
        assertThat(summary(ARABIC + ' ' + source + ' ' + ARABIC).replaceAll("[ \u2066\u2069]+", " "))
            .isEqualTo(ARABIC + ' ' + code + ' ' + ARABIC);
        assertThat(summary(ARABIC + ' ' + source + ' ' + ARABIC)).contains("\u2066", code, "\u2069");
    }

    @Test
    void otherTextsHaveNoSuchCharacters()
    {
        assertThat(summary("Run ##ls --all## and ##{{{rm}}}##.")).isEqualTo("Run ls --all and rm .");
        assertThat(summary(ARABIC + " PostgreSQL?")).isEqualTo(ARABIC + " PostgreSQL?");
        assertThat(summary(ARABIC + " \u2066x \uE000 ## ##")).isEqualTo(ARABIC + " x \uE000");
    }

    @Test
    void theEndOfASummaryEndsAnIsolation()
    {
        String summary = summary(ARABIC + " ##" + "a b ".repeat(100) + "## " + ARABIC);
        assertThat(summary).hasSize(Summary.LENGTH + 1).endsWith("\u2026\u2069");
        assertThat(summary(ARABIC.repeat(40))).hasSize(Summary.LENGTH).endsWith("\u2026").doesNotContain("\u2069");
    }
}
