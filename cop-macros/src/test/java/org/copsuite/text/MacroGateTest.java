/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

/** What the macros of XWiki are handed of a member's text. */
@ComponentTest
class MacroGateTest
{
    @InjectMockComponents
    private MacroGate gate;

    /** The languages in which the codes of one text are coloured. */
    private List<String> coloured(MacroBlock... codes)
    {
        try (TextLimits.Scope scope = TextLimits.within(Duration.ofMinutes(1)).open()) {
            this.gate.admit(new XDOM(List.of(codes)), 0);
        }
        return List.of(codes).stream().map(code -> String.join("+", code.getParameters().values())).toList();
    }

    private static MacroBlock code(String language, int length)
    {
        return new MacroBlock("code", language == null ? Map.of() : Map.of("language", language), "x".repeat(length), false);
    }

    @Test
    void colours4000CharactersOfCodeInAText()
    {
        assertThat(coloured(code("java", 4_000))).containsExactly("java");
        assertThat(coloured(code("java", 4_001))).containsExactly("none");
        assertThat(coloured(code("java", 3_000), code("sql", 1_000), code("sql", 1))).containsExactly("java", "sql", "none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java", " c++ ", "C#", "yaml", "SQL"})
    void coloursCommonLanguages(String language)
    {
        assertThat(coloured(code(language, 10))).containsExactly(language);
    }

    /** Their lexers may never end; without a name XWiki asks all of them which one fits. */
    @ParameterizedTest
    @ValueSource(strings = {"", "sml", "odin", "mathematica", "java,sml", "guess", "auto", "none"})
    void coloursNoOther(String language)
    {
        assertThat(coloured(code(language, 10))).containsExactly("none");
        assertThat(coloured(code(null, 10))).containsExactly("none");
        assertThat(coloured(new MacroBlock("code", Map.of("language", "java", "LANGUAGE", "sml"), "x", false)))
            .containsExactly("none");
    }
}
