/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.renderer.BlockRenderer;
import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What was converted and is rendered by XWiki reads as the source does, character by character, markup by markup. */
class HtmlRoundTripTest
{
    private static final String BASE = "https://example.stackexchange.com/";

    private static final EmbeddableComponentManager COMPONENTS = new EmbeddableComponentManager();

    private static final List<String> SPECIALS = List.of("**", "*", "//", "/", "--", "----", "__", "^^", ",,", "##",
        "#", "[[", "]]", "[", "{{", "}}", "{{{", "}}}", "{{html}}", "{{/html}}", "(((", ")))", "(%", "%)", "~", "~~",
        "\\", "\\\\", "|", "||", "|=", "!!", "!=", "=", "==", ">", ">>", "1.", "1. ", "* ", "# ", "; ", ": ", ":",
        "http://x.y", "mailto:a@b", "image:x", "attach:y", "a", "b c", " ", "\n", "$\\alpha_{1}$", "\u00e9", "&amp;",
        "&lt;script&gt;", "%", "(", ")", "<br>", "\ud83d\ude00", ".", "-", "11. ", "1", "_", "}", "{", "@", "||a=\"b\"");

    private static final List<String> INLINE = List.of("b", "em", "code", "s", "sup", "sub", "kbd", "strong", "u");

    private static Parser parser;

    private static BlockRenderer html;

    private final HtmlToWiki converter = new HtmlToWiki(BASE);

    @BeforeAll
    static void components() throws Exception
    {
        COMPONENTS.initialize(HtmlRoundTripTest.class.getClassLoader());
        parser = COMPONENTS.getInstance(Parser.class, "xwiki/2.1");
        html = COMPONENTS.getInstance(BlockRenderer.class, "html/5.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantumcomputing-2018-09", "ai-2017-03"})
    void postsOfADumpReadAsTheirSource(String name) throws Exception
    {
        Optional<Path> dump = Dumps.find(name);
        assumeTrue(dump.isPresent(), "The dump " + name + " is not here: set COP_TEST_DATA.");
        List<String> wrong = new ArrayList<>();
        int posts = 0;
        XMLStreamReader rows = XMLInputFactory.newDefaultFactory()
            .createXMLStreamReader(Files.newBufferedReader(dump.get().resolve("Posts.xml")));
        while (rows.hasNext()) {
            if (rows.next() == XMLStreamReader.START_ELEMENT && rows.getAttributeValue(null, "Body") != null) {
                posts++;
                String difference = difference(rows.getAttributeValue(null, "Body"));
                if (difference != null) {
                    wrong.add("post " + rows.getAttributeValue(null, "Id") + ": " + difference);
                }
            }
        }
        assertThat(posts).isGreaterThan(1000);
        assertThat(wrong).as("posts that read otherwise: %s", wrong.size()).isEmpty();
    }

    @Test
    void anyHtmlReadsAsItsSource() throws Exception
    {
        for (int seed = 0; seed < 1500; seed++) {
            String source = new RandomHtml(new Random(seed)).blocks(3);
            assertThat(difference(source)).as("seed " + seed).isNull();
        }
    }

    private String difference(String source) throws Exception
    {
        String wiki = this.converter.convert(source);
        XDOM document = parser.parse(new StringReader(wiki));
        for (Class<? extends Block> danger : List.of(MacroBlock.class, RawBlock.class)) {
            if (document.getFirstBlock(new ClassBlockMatcher(danger), Block.Axes.DESCENDANT) != null) {
                return danger + " in " + wiki;
            }
        }
        DefaultWikiPrinter printer = new DefaultWikiPrinter();
        html.render(document, printer);
        List<String> expected = Reading.of(source, BASE);
        List<String> actual = Reading.of(printer.toString(), BASE);
        if (expected.equals(actual)) {
            return null;
        }
        int at = 0;
        while (at < Math.min(expected.size(), actual.size()) && expected.get(at).equals(actual.get(at))) {
            at++;
        }
        return "at " + at + " expected " + around(expected, at) + " but was " + around(actual, at) + "\nsource: "
            + source + "\nwiki: " + wiki + "\nhtml: " + printer;
    }

    private static List<String> around(List<String> tokens, int at)
    {
        return tokens.subList(Math.max(0, at - 3), Math.min(tokens.size(), at + 6));
    }

    /** Writes HTML as a browser would build it from anything: nested, with texts that look like wiki syntax. */
    private record RandomHtml(Random random)
    {
        String blocks(int depth)
        {
            StringBuilder out = new StringBuilder();
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                out.append(block(depth)).append('\n');
            }
            return out.toString();
        }

        private String block(int depth)
        {
            int kind = random.nextInt(depth > 0 ? 10 : 4);
            return switch (kind) {
                case 0 -> "<h" + (1 + random.nextInt(6)) + ">" + "a" + inline(1) + "</h1>";
                case 1 -> "<pre><code>x" + text().replace("<br>", "\n").replace("~", "") + "\n y</code></pre>";
                case 2 -> "<hr>";
                case 4 -> "<ul>" + items(depth) + "</ul>";
                case 5 -> "<ol>" + items(depth) + "</ol>";
                case 6 -> "<blockquote>" + blocks(depth - 1) + "</blockquote>";
                case 7 -> "<table><tr><th>" + inline(1) + "</th><th>x</th></tr><tr><td>" + inline(1) + "</td><td>"
                    + (random.nextBoolean() ? blocks(depth - 1) : inline(1)) + "</td></tr></table>";
                default -> "<p>" + inline(2) + "</p>";
            };
        }

        private String items(int depth)
        {
            StringBuilder out = new StringBuilder();
            for (int i = random.nextInt(3); i >= 0; i--) {
                out.append("<li>").append(random.nextInt(3) == 0 ? blocks(depth - 1) : "x" + inline(1))
                    .append("</li>");
            }
            return out.toString();
        }

        private String inline(int depth)
        {
            StringBuilder out = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                String name = INLINE.get(random.nextInt(INLINE.size()));
                int kind = random.nextInt(depth > 0 ? 4 : 2);
                switch (kind) {
                    case 2 -> out.append('<').append(name).append('>').append(inline(depth - 1)).append("</")
                        .append(name).append('>');
                    case 3 -> out.append("<a href=\"http://x.y/").append(random.nextInt(9)).append("?a=[b]&c=~|d>>\">")
                        .append('l').append(text()).append("</a>");
                    default -> out.append(text());
                }
            }
            return out.toString();
        }

        private String text()
        {
            StringBuilder out = new StringBuilder();
            for (int i = random.nextInt(5); i >= 0; i--) {
                String part = SPECIALS.get(random.nextInt(SPECIALS.size()));
                out.append(part);
            }
            return out.toString();
        }
    }
}
