/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.StringReader;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.renderer.BlockRenderer;
import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The kinds of HTML in which a converter lost something when two converters were compared (see docs/decisions). Each
 * case is converted, rendered by XWiki, and compared with its source.
 */
class HtmlEdgeCasesTest
{
    private static final String BASE = "https://example.stackexchange.com/";

    private static final EmbeddableComponentManager COMPONENTS = new EmbeddableComponentManager();

    /** Characters that end a parameter, a link, a cell or a label, or that escape. */
    private static final List<String> DESCRIPTIONS = List.of("a|b", "a||b=\"c\"", "a]b", "a]]b", "a]", "x >= 99.6%",
        "a>>b", "a~b", "a~~b", "~", "say \"b\"", "\\frac{a}{b}", "\\", "%)", "(% a=\"b\" %)", "[[x>>y]]",
        "{{velocity}}x{{/velocity}}", "{{{", "}}}", "**b**", "!=", "|=", "((( )))", "// x //", "<b>",
        "|111> state", "it's", "a b");

    private static Parser parser;

    private static BlockRenderer html;

    private final HtmlToWiki converter = new HtmlToWiki(BASE);

    @BeforeAll
    static void components() throws Exception
    {
        COMPONENTS.initialize(HtmlEdgeCasesTest.class.getClassLoader());
        parser = COMPONENTS.getInstance(Parser.class, "xwiki/2.1");
        html = COMPONENTS.getInstance(BlockRenderer.class, "html/5.0");
    }

    /** Cases that XWiki Rendering's HTML parser or its xwiki/2.1 renderer changes. */
    @ParameterizedTest
    @ValueSource(strings = {
        // A character of the text doubles the mark beside it.
        "<p>Use <b>D*</b> here, <em>/etc</em>, <del>-$x$</del> and <code>G#</code>.</p>",
        "<p><b>*</b><i>x/</i><s>y-</s> <u>_z_</u> <sup>^2</sup> <sub>,i</sub></p>",
        // Emphasis that starts in the middle of a word, or spans a line break.
        "<p>un<em>ripe</em> or <b>half</b>ripe, <em>first<br>second</em><br>third</p>",
        "<p><sup>1</sup> one <sup>2</sup><br><sup>3</sup> three, near<sup>4</sup>, x</p>",
        // Quotations of several blocks.
        "<blockquote><p>First.</p><p>Second, <b><i>marked</i></b></p><p>Third.</p></blockquote><p>After.</p>",
        "<blockquote><p>List:</p><ul><li>one</li><li>two</li></ul><p>After the list.</p></blockquote>",
        "<blockquote><pre><code>a {\n}\n</code></pre><p>b</p></blockquote>",
        "<ul><li><p>a</p><blockquote><p>b</p><p>c</p></blockquote></li></ul>",
        // Code that ends with braces, holds the marks of code, or starts with a blank line.
        "<pre><code>int main() {\n  f({{1}});\n}</code></pre><p>x</p>",
        "<pre><code>a = {{{1}}}\nb = a}</code></pre>",
        "<p><code>{x}</code> <code>}</code> <code>a}}}</code> <code>##</code> <code>--all</code></p>",
        // Addresses with the characters that end a link.
        "<p>See <a href='https://e.org/n.asp?id=1]]'>https://e.org/n.asp?id=1]]</a>.</p>",
        "<p><a href='/tags/apples'>apples</a> <a href='//e.org/a'>b</a></p>",
        // Named entities of HTML 5.
        "<p>a &plus; b &varepsilon; &nbsp;c &ldquo;d&rdquo; &amp;plus; &lt;e&gt;</p>",
        // Text that looks like wiki syntax, and comments by which XWiki's parser takes text for a macro.
        "<p>{{velocity}}$x{{/velocity}} {{{a}}} [[b>>c]] (% d %)</p>",
        "<p>a</p><!--startmacro:velocity|-||-|$x--><p>b</p><!--stopmacro--><p>c</p>"})
    void readsAsItsSource(String source) throws Exception
    {
        assertThat(Reading.of(rendered(source), BASE)).isEqualTo(Reading.of(source, BASE));
    }

    @Test
    void keepsEachCharacterOfDescriptionsAndTitles() throws Exception
    {
        for (String wrap : List.of("<p>%s</p>", "<h2>a %s</h2>", "<ul><li>%s</li></ul>",
            "<blockquote><p>%s</p></blockquote>", "<table><tr><td>%s</td><td>b</td></tr></table>",
            "<p><b>%s</b></p>"))
        {
            for (String description : DESCRIPTIONS) {
                Element picture = new Element("img").attr("src", "https://i.example/a.png").attr("alt", description);
                Element link = new Element("a").attr("href", "https://e.org/").attr("title", description).text("there");
                Element linked =
                    new Element("a").attr("href", "https://e.org/").text("See ").appendChild(picture.clone());
                String source = wrap.formatted(picture.outerHtml() + " text " + link.outerHtml() + ' '
                    + linked.outerHtml());

                Document shown = Jsoup.parseBodyFragment(rendered(source));

                assertThat(shown.select("img").eachAttr("alt")).as(source).containsExactly(description, description);
                assertThat(shown.select("a").get(0).attr("title")).as(source).isEqualTo(description);
                assertThat(shown.text()).as(source).isEqualTo(Jsoup.parseBodyFragment(source).text());
            }
        }
    }

    @Test
    void whatIsNestedDeeperThanFiftyLevelsKeepsItsText()
    {
        String wiki = this.converter.convert("<blockquote>a".repeat(2_000));

        assertThat(wiki.chars().filter(c -> c == 'a').count()).isGreaterThanOrEqualTo(2_000);
        assertThat(wiki.split("\\({3}", -1).length - 1).isBetween(1, 50);
    }

    private String rendered(String source) throws Exception
    {
        XDOM document = parser.parse(new StringReader(this.converter.convert(source)));
        Block macro = document.getFirstBlock(new ClassBlockMatcher(MacroBlock.class), Block.Axes.DESCENDANT);
        assertThat(macro).as(source).isNull();
        DefaultWikiPrinter printer = new DefaultWikiPrinter();
        html.render(document, printer);
        return printer.toString();
    }
}
