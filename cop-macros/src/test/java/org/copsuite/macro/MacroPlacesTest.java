/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.copsuite.text.TextLimits;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.renderer.BlockRenderer;
import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.Transformation;
import org.xwiki.rendering.transformation.TransformationContext;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

/** Where macros of the suite may stand, and how many. */
@ComponentTest
@AllComponents
class MacroPlacesTest extends AbstractMacroTest
{
    private static final List<String> NAMES = MACROS;

    private String restricted(String text) throws Exception
    {
        XDOM page = this.components.<Parser>getInstance(Parser.class, "xwiki/2.1").parse(new StringReader(text));
        this.components.<Transformation>getInstance(Transformation.class, "macro").transform(page,
            new TransformationContext(page, Syntax.XWIKI_2_1, true));
        DefaultWikiPrinter printer = new DefaultWikiPrinter();
        this.components.<BlockRenderer>getInstance(BlockRenderer.class, "html/5.0").render(page, printer);
        return Jsoup.parseBodyFragment(printer.toString()).body().html();
    }

    private String inText(String text) throws Exception
    {
        try (TextLimits.Scope scope = TextLimits.within(Duration.ofMinutes(1)).open()) {
            return restricted(text);
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void eachMacroSaysWhereItMayStand(String name) throws Exception
    {
        AbstractCopMacro<?> macro = (AbstractCopMacro<?>) this.components.<Macro<?>>getInstance(Macro.class, "cop-" + name);

        assertThat(macro.getClass().getDeclaredMethod("scope").getDeclaringClass()).isNotEqualTo(AbstractCopMacro.class);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void textsShowNoForm(String name) throws Exception
    {
        assertThat(inText("{{cop-" + name + "/}}")).doesNotContain("method=\"post\"").doesNotContain("form_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"administration", "ask", "thanks", "question", "answer", "person", "notices", "community", "communities"})
    void textsRefuseWhatWrites(String name) throws Exception
    {
        assertThat(inText("{{cop-" + name + "/}}")).contains("cannot stand in a text");
    }

    @Test
    void onlyAdministratorsPagesAdminister() throws Exception
    {
        assertThat(restricted("{{cop-administration/}}")).contains("cannot stand in a text");
    }

    /** XWiki restricts no plain page, whoever wrote it: an administrator who reads it must not find a form there. */
    @Test
    void administersWhereTheAuthorOfThePageMay() throws Exception
    {
        UserId author = new UserId("xwiki:XWiki.somebody");
        when(get(Requests.class).author()).thenReturn(Optional.of(author));
        when(get(Access.class).has(author, Right.ADMINISTER, SpaceId.of(new WikiId("xwiki")))).thenReturn(false);
        assertThat(show("{{cop-administration/}}").body().html()).contains("cannot stand in a text").doesNotContain("<form");

        when(get(Access.class).has(author, Right.ADMINISTER, SpaceId.of(new WikiId("xwiki")))).thenReturn(true);
        assertThat(show("{{cop-administration/}}").body().html()).contains("<form");

        when(get(Requests.class).author()).thenReturn(Optional.of(UserId.GUEST));
        assertThat(show("{{cop-administration/}}").body().html()).doesNotContain("<form");
    }

    @Test
    void aTextHasFiveMacrosOfTheSuite() throws Exception
    {
        String html = inText("{{cop-tags/}}\n\n".repeat(7));

        assertThat(html.split("Five of them are shown", -1)).hasSize(3);
        assertThat(inText("{{cop-tags/}}\n\n".repeat(5))).doesNotContain("too many macros");
    }

    @Test
    void aPageHasSixtyMacrosOfTheSuite() throws Exception
    {
        Execution execution = get(Execution.class);
        execution.setContext(new ExecutionContext());
        try {
            String html = show("{{cop-tags/}}\n\n".repeat(MacroUse.MACROS + 3)).body().html();
            assertThat(html.split("What follows here is left out", -1)).hasSize(4);
        } finally {
            execution.removeContext();
        }
    }

    @Test
    void aPageHasSoMuchOutputAndTimeOfTheSuite() throws Exception
    {
        Execution execution = get(Execution.class);
        MacroUse use = get(MacroUse.class);
        for (int more = 0; more < 2; more++) {
            execution.setContext(new ExecutionContext());
            try {
                assertThat(use.spend((int) MacroUse.OUTPUT, 0)).isNull();
                assertThat(use.spend(more, 0)).as("output").isEqualTo(more == 0 ? null : "cop.macro.tooMany.page");
            } finally {
                execution.removeContext();
            }
            execution.setContext(new ExecutionContext());
            try {
                use.spend(0, MacroUse.TIME.toNanos() + more);
                assertThat(use.refusal(MacroScope.TEXTS, false)).as("time").isEqualTo(more == 0
                    ? null : "cop.macro.tooMany.page");
            } finally {
                execution.removeContext();
            }
        }
    }

    @Test
    void aTextHasSoMuchOutputOfTheSuite() throws Exception
    {
        MacroUse use = get(MacroUse.class);
        try (TextLimits.Scope scope = TextLimits.within(Duration.ofMinutes(1)).open()) {
            assertThat(use.spend(500_000, 0)).isNull();
            assertThat(use.spend(1, 0)).isEqualTo("cop.macro.tooMany.text");
        }
    }
}
