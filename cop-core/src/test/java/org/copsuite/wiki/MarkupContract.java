/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link Markup} for members' text, including hostile text, tested on every binding. */
public abstract class MarkupContract
{
    /** Matches well-formed tags, the only form in which the rendered HTML may contain {@code <}. */
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[^\\s=>/]+(?:\\s*=\\s*"
        + "(?:\"[^\"]*\"|'[^']*'|[^\\s\"'>]+))?)*)\\s*(/?)>");

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([^\\s=>/\"']+)\\s*(?:=\\s*(?:\"([^\"]*)\"|'([^']*)'))?");

    private static final Pattern DANGEROUS_URL =
        Pattern.compile("(?i)\\s*(?:javascript|data|vbscript|file|blob|view-source):.*", Pattern.DOTALL);

    private static final List<String> FORBIDDEN_TAGS = List.of("script", "iframe", "object", "embed", "form", "input",
        "button", "select", "textarea", "style", "link", "meta", "base", "svg", "math", "template", "frame", "video",
        "audio", "applet", "body", "html", "head", "dialog", "portal");

    private static final SpaceId SPACE = SpaceId.of(new WikiId("xwiki"), "Communities", "Gardening");

    /** @return the binding under test */
    protected abstract Markup markup();

    private String html(String text)
    {
        return markup().render(text, SPACE.page("Page")).html().value();
    }

    @Test
    void showsWhatMembersWrite()
    {
        assertThat(html("Some **bold** and //italic// words")).contains("<strong>bold</strong>")
            .contains("<em>italic</em>");
        assertThat(html("* one\n* two")).contains("<ul>").contains("<li dir=\"auto\">one</li>");
        assertThat(html("|=Name|=Age\n|Ada|36")).contains("<table").contains("Ada");
        assertThat(html("{{{<b>verbatim</b>}}}")).contains("&lt;b&gt;verbatim&lt;/b&gt;").doesNotContain("<b>");
        assertThat(html("{{code language=\"java\"}}if (a < b) { }{{/code}}")).contains("if (a &lt; b)");
        assertThat(html("{{info}}Mind the **gap**{{/info}}")).contains("infomessage").contains("<strong>gap</strong>");
    }

    @Test
    void putsHeadingsBelowThePages()
    {
        assertThat(html("= Top =\n\n====== Deepest ======")).contains("<h2").doesNotContain("<h1").contains("<h6");
    }

    @Test
    void takesLinksRelativeToThePage()
    {
        assertThat(html("[[label>>https://example.org/a?b=c&d=e]]")).contains("https://example.org/a?b=c&amp;d=e");
        assertThat(html("[[label>>Other]]")).containsPattern("href=\"[^\"]*Communities/Gardening/Other");
        assertThat(html("[[image:photo.png]]")).containsPattern("src=\"[^\"]*Gardening/[^\"]*photo\\.png");
    }

    @Test
    void saysWhetherEverybodyGetsTheSame()
    {
        assertThat(markup().render("Just {{info}}words{{/info}}", SPACE.page("Page")).shared()).isTrue();
        assertThat(markup().render("{{unheard-of/}}", SPACE.page("Page")).shared()).isFalse();
    }

    @Test
    void givesAShortMessageForWhatIsNoMacro()
    {
        assertThat(html("Before {{unheard-of/}} after")).contains("Before").contains("after")
            .doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(html("{{toc depth=\"many\"/}}")).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Write {{name}} in the file.", "token: ${{secrets.TOKEN}}", "\\frac{{a}}{{b}}",
        "image: {{ .Values.image }}:{{- if .x }}", "{{#each items}} {{this}} {{/each}}", "{{foo/}}", "{{unheard-of a=\"b\"}}",
        "Use {{info}} for a note.", "{{code}} opens code", "{{{ three", "{{toc}} is a list"})
    void showsWhatIsNoMacroAsText(String text)
    {
        String wiki = text + "\n\nThe second paragraph with **bold** words.";
        String html = html(wiki);
        assertThat(text(html)).isEqualTo(text + " The second paragraph with bold words.");
        assertThat(html).contains("<strong>bold</strong>").doesNotContain("rrormessage");
        assertThat(markup().plain(wiki)).isEqualTo(text + " The second paragraph with bold words.");
        String inside = html("{{info}}\n" + wiki + "\n{{/info}}\n\nbehind");
        assertThat(text(inside)).endsWith("words. behind").contains(text.contains("{{info}}") ? "" : text);
    }

    @Test
    void showsTheContentOfAMacroThatIsNone()
    {
        assertThat(text(html("a {{unheard-of}}b **c**{{/unheard-of}} d"))).isEqualTo("a b c d");
        assertThat(markup().plain("a {{unheard-of}}b **c**{{/unheard-of}} d")).isEqualTo("a b c d");
        assertThat(html("{{info}}x {{unheard-of}}y{{/unheard-of}}{{/info}}")).contains("infomessage").contains("y");
    }

    @Test
    void readsTheWordsWithinMacros()
    {
        assertThat(markup().plain("a {{info}}**b** [[https://e.org/c]]{{/info}} d")).isEqualTo("a b https://e.org/c d");
        assertThat(markup().plain("{{info}}".repeat(4) + "x" + "{{/info}}".repeat(4))).isEqualTo("x");
        assertThat(markup().plain("{{info}}".repeat(9) + "x" + "{{/info}}".repeat(9))).isEmpty();
    }

    @Test
    void leavesCodeAsItIs()
    {
        assertThat(text(html("{{code}}{{name}} https://e.org/a.{{/code}} b"))).isEqualTo("{{name}} https://e.org/a. b");
        assertThat(markup().plain("{{code}}{{name}} a__b{{/code}} {{{ {{x}} }}} b")).isEqualTo("{{name}} a__b {{x}} b");
        assertThat(text(html("~{{name}} and ~~"))).isEqualTo("{{name}} and ~");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u00a7', value = {
        "See https://example.org/a. Then | https://example.org/a | See https://example.org/a. Then",
        "(https://example.org/b), then | https://example.org/b | (https://example.org/b), then",
        "**https://example.org/c** then | https://example.org/c | https://example.org/c then",
        "\u201ehttps://example.org/x\u201c then | https://example.org/x | \u201ehttps://example.org/x\u201c then",
        "\u00bbhttps://example.org/x\u00ab then | https://example.org/x | \u00bbhttps://example.org/x\u00ab then",
        "a https://e.org/T_(c)--d__e__f//g then | https://e.org/T_(c)--d__e__f//g | a https://e.org/T_(c)--d__e__f//g then",
        "[[https://example.org/y]] then | https://example.org/y | https://example.org/y then",
        "//so// https://example.org/~z then | https://example.org/~z | so https://example.org/~z then"})
    void linksAnAddressWithoutThePunctuation(String wiki, String address, String words)
    {
        Document html = Jsoup.parseBodyFragment(html(wiki));
        assertThat(html.select("a[href]").eachAttr("href")).containsExactly(address);
        assertThat(html.select("em").text()).isEqualTo(wiki.startsWith("//so//") ? "so" : "");
        assertThat(html.text()).isEqualTo(words);
        assertThat(markup().plain(wiki)).isEqualTo(words);
        assertThat(html.select("strong a, a strong")).hasSize(wiki.startsWith("**") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image: postgres:16", "attach: x", "mailto: x", "image:latest", "jdbc:postgresql://db//x",
        "http:// and https://", "file:///etc//passwd"})
    void leavesWordsBeforeColonsAsText(String text)
    {
        Document html = Jsoup.parseBodyFragment(html("a " + text + " b"));
        assertThat(html.select("a, img, em")).isEmpty();
        assertThat(html.text()).isEqualTo("a " + text + " b");
    }

    @Test
    void showsQuotationsKeysAndSpoilers()
    {
        Document html = Jsoup.parseBodyFragment(html("> one\n\n(% class=\"quote\" %)\n(((\ntwo\n\n* three\n)))\n\n"
            + "(% class=\"cop-quote\" %)\n(((\nfour\n\n(% class=\"quote\" %)\n(((\nfive\n)))\n)))\n\nsix"));
        assertThat(html.select("blockquote")).hasSize(4);
        assertThat(html.select("blockquote ul > li").text()).isEqualTo("three");
        assertThat(html.select("blockquote blockquote").text()).isEqualTo("five");
        assertThat(html.select("blockquote").text()).doesNotContain("six");
        html = Jsoup.parseBodyFragment(html("Press (% class=\"kbd\" %)##Ctrl##(%%) and (% class=\"kbd\" %)C(%%)."));
        assertThat(html.select("kbd").eachText()).containsExactly("Ctrl", "C");
        assertThat(html.text()).isEqualTo("Press Ctrl and C.");
    }

    @Test
    void closesASpoilerUntilItIsOpened()
    {
        Document html = Jsoup.parseBodyFragment(html("a\n\n(% class=\"spoiler\" %)\n(((\nThe **end**.\n\n* b\n)))\n\n"
            + "(% class=\"spoiler\" title=\"The <b>butler</b>\\\" onclick=x\" %)\n(((\nc\n)))\n\nd"));
        assertThat(html.select("details.spoiler")).hasSize(2);
        assertThat(html.select("details[open]")).isEmpty();
        assertThat(html.select("details > summary").eachText()).hasSize(2).noneMatch(String::isBlank);
        assertThat(html.select("summary b, [onclick]")).isEmpty();
        assertThat(html.select("details strong").text()).isEqualTo("end");
        assertThat(html.select("p").last().text()).isEqualTo("d");
        assertThat(html.select("p").last().closest("details")).isNull();
    }

    @Test
    void eachBlockDecidesItsDirection()
    {
        Document html = Jsoup.parseBodyFragment(html("= \u0643 =\n\n\u0645\u0631\u062d\u0628\u0627\n\n* \u05d0\n* b\n\n|=\u05d0|b\n"
            + "|c|d\n\n> \u05d0\n\n(% dir=\"rtl\" %)\ne"));
        assertThat(html.select("h2[dir=auto], p[dir=auto], li[dir=auto], th[dir=auto], td[dir=auto], blockquote[dir=auto]"))
            .hasSize(9);
        assertThat(html.select("p[dir=rtl]").text()).isEqualTo("e");
        html = Jsoup.parseBodyFragment(html("\u0645 ##a(b);## {{{c(d);}}} \u0645\n\n{{{\ne(f);\n}}}\n\n"
            + "{{code}}g(h);{{/code}}\n\n\u0645 {{code}}i(j);{{/code}}\n\n(% dir=\"rtl\" %)\n{{{\nk\n}}}"));
        for (String code : List.of("a(b);", "c(d);", "e(f);", "g(h);", "i(j);", "k")) {
            Element holder = html.select(":containsOwn(" + code.replaceAll("[()]", "\\\\$0") + ")").last();
            assertThat(holder.closest("[dir]").attr("dir")).as(code).isEqualTo("ltr");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"##{{{ls --all --size}}}## | ls --all --size", "##{{{__init__}}}## | __init__",
        "##{{{a {{b}} c}}}## | a {{b}} c", "##{{{f{x}}}}## | f{x}", "##{{{{{x}}}}}## | {{x}}", "##{{{**a** //b//}}}## | **a** //b//",
        "##{{{https://e.org/.}}}## | https://e.org/.", "##{{{a##b}}}## | a##b", "##~{~{~{x~}~}~}## | {{{x}}}",
        "##{{{[[x]] `y` ~z}}}## | [[x]] `y` ~z", "* ##{{{a  b}}}## | a  b", "= ##{{{a=b}}}## = | a=b"})
    void showsCodeInALineAsItIs(String wiki, String code)
    {
        Document html = Jsoup.parseBodyFragment(html(wiki));
        assertThat(html.select(".monospace").get(0).wholeText()).isEqualTo(code);
        assertThat(html.select("del, u, em, strong, a")).isEmpty();
        assertThat(markup().plain(wiki)).isEqualTo(code.replace("  ", " "));
    }

    private static String text(String html)
    {
        return Jsoup.parseBodyFragment(html).text();
    }

    static Stream<String> hostileTexts()
    {
        String script = "<script>alert(1)</script>";
        return Stream.of(script, "{{html}}" + script + "{{/html}}",
            "{{html clean=\"false\" wiki=\"true\"}}<img src=x onerror=alert(1)>{{/html}}",
            "{{info}}{{html}}" + script + "<form action=\"/x\"><input></form>{{/html}}{{/info}}",
            "{{/html}}" + script, "}}}" + script, "{{{" + script, "{{velocity}}$evil#set($x=1){{/velocity}}",
            "{{groovy}}println 1{{/groovy}}", "{{python}}print 1{{/python}}", "{{include reference=\"Secret.Page\"/}}",
            "{{display reference=\"Secret.Page\"/}}",
            "(% onclick=\"alert(1)\" onmouseover='alert(2)' style=\"position:fixed\" id=\"token\" %)\nwords",
            "(% data-cop-action=\"vote\" data-hx-post=\"/x\" class=\"cop cop-form modal\" %)(((words)))",
            "* (% data-x=\"1\" id=\"a\" onload=\"x\" %) item", "|(% id=\"x\" onclick=\"y\" style=\"z\" %) cell",
            "(% id=\"form_token\" name=\"form_token\" %)words(%%)", "=(% id=\"x\" onclick=\"y\" %) Heading =",
            "[[x>>javascript:alert(1)]]", "[[x>>url:javascript:alert(1)]]", "[[x>>url:JaVaScRiPt:alert(1)]]",
            "[[x>>url:java\tscript:alert(1)]]", "[[x>>path:javascript:alert(1)]]", "[[x>>path://evil.example/x]]",
            "[[x>>url:data:text/html,<script>alert(1)</script>]]", "[[x>>url:vbscript:x]]", "[[x>>javascript://%0aalert(1)]]",
            "[[x>>user:javascript:alert(1)]]", "[[x>>unc:javascript:alert(1)]]", "[[x>>javascript:alert(1)@evil]]",
            "[[x>>data:text/html,x]]", "[[x>>https://example.org||onclick=\"alert(1)\" style=\"x\" target=\"_blank\"]]",
            "[[x>>Page||anchor=\"\\\"><script>alert(1)</script>\"]]",
            "[[x>>Page||queryString=\"\\\" onclick=alert(1) x=\\\"\"]]",
            "[[image:javascript:alert(1)]]", "[[image:url:javascript:alert(1)]]",
            "[[image:data:image/svg+xml;base64,PHN2Zz4=]]", "[[image:x.png||onerror=\"alert(1)\" style=\"x\"]]",
            "[[image:https://example.org/x.png\" onerror=\"alert(1)]]", "image:x\"onerror=alert(1)",
            "{{info cssClass=\"cop-form\"}}x{{/info}}", "{{box title=\"(% onclick='x' %)y\" cssClass=\"modal\"}}z{{/box}}",
            "{{box image=\"javascript:alert(1)\"}}z{{/box}}", "{{id name=\"form_token\"/}}",
            "{{code language=\"x\\\" onclick=\\\"alert(1)\"}}y{{/code}}",
            "{{toc start=\"1\" reference=\"Secret.Page\"/}}", "\u202e)1(trela\u202c right to left \u2066x\u2069",
            "null \u0000 bell \u0007 delete \u007f \ufffe\uffff end", "\ud800 half a pair", "&#60;script&#62;", "&lt;b&gt;",
            "https://example.org/\"onmouseover=\"alert(1)", "mailto:a@b?subject=\"><script>", "{{macro", "[[[[[[", "{{{{{{",
            "(((", ")))", "||||", "~~~~", "(%", "%)", "{{info", "{{info}}", "{{info}}{{warning}}{{/info}}{{/warning}}",
            "''--__^^,,##**//", "----", "=======", ";:;:;:", "1.1.1. x", "****** x", ">>>>> x", "|=|=|=|=");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void rendersHostileTextHarmlessly(String text)
    {
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> assertHarmless(html(text)));
        assertThat(markup().plain(text)).doesNotContain("\u0000");
    }

    static Stream<String> enormousTexts()
    {
        int large = 1_000_000;
        return Stream.of("x".repeat(large), "word ".repeat(large / 5), "<script>".repeat(large / 8), "(((\n".repeat(20_000),
            "(((".repeat(50_000), "*".repeat(large), "* item\n".repeat(30_000), "[[".repeat(large / 2),
            "{{info}}".repeat(20_000), "{{info}}".repeat(400) + "x" + "{{/info}}".repeat(400), "{{{".repeat(100_000),
            "|".repeat(200_000), "\n".repeat(large), "**//".repeat(50_000), ">".repeat(large), "(% a=\"b\" ".repeat(50_000),
            "\u0000".repeat(large), "[[x>>y]] ".repeat(20_000), "= h =\n\n".repeat(20_000), "~".repeat(200_000),
            stairs(2000));
    }

    private static String stairs(int steps)
    {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= steps; i++) {
            text.append("*".repeat(i)).append(" step\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("enormousTexts")
    void rendersEnormousTextInTime(String text)
    {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> assertHarmless(html(text)));
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> markup().plain(text));
    }

    /** Texts whose parsing, macros or output would grow faster than the text, each of which exceeds a limit. */
    static Stream<String> boundlessTexts()
    {
        String html = "<b><i><p>".repeat(1300);
        return Stream.of("[[".repeat(6000), "a:".repeat(6000), "[[a>>".repeat(2400), "(%".repeat(6000),
            "(% a=\"".repeat(2000), "{{a ".repeat(3000), "{{info}}" + "[[".repeat(6000) + "{{/info}}",
            "{{box title=\"" + "(%".repeat(6000) + "\"}}x{{/box}}", "[[" + "[[".repeat(4000) + ">>x]]",
            "(%" + " a=b".repeat(2400) + "%)x", "= h\n".repeat(3000), "{{toc/}}\n\n".repeat(100) + "= h\n\n".repeat(900),
            "{{info}}x{{/info}}\n\n".repeat(900), "{{footnote}}x{{/footnote}}".repeat(900),
            "{{content syntax=\"html/5.0\"}}" + html + "{{/content}}",
            "{{info}}{{content syntax=\"xhtml/1.0\"}}" + html + "{{/content}}{{/info}}",
            "{{box title=\"{{content syntax=~\"html/5.0~\"}}" + html + "{{/content}}\"}}x{{/box}}", "{{html}}" + html
            + "{{/html}}", "{{info}}".repeat(50) + "x" + "{{/info}}".repeat(50), "**" + "//a ".repeat(40_000));
    }

    @ParameterizedTest
    @MethodSource("boundlessTexts")
    void rendersNoTextBeyondItsLimits(String text)
    {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        String html = html(text);

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(3));
        assertThat(html.length()).isLessThan(60 * text.length() + 20_000);
        assertHarmless(html);
        assertThat(html).doesNotContain("<b><i>").doesNotContain("<p><b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{content syntax=\"html/5.0\"}}<b>x</b>{{/content}}", "{{html}}<b>x</b>{{/html}}",
        "{{info}}{{content syntax=\"html/5.0\"}}<b>x</b>{{/content}}{{/info}}",
        "words {{content syntax=\"html/5.0\"}}<b>x</b>{{/content}} words",
        "{{content source=\"string:x\" syntax=\"xdom+xml/current\"}}y{{/content}}"})
    void refusesOtherParsersWithASentence(String text)
    {
        assertThat(html(text)).contains("errormessage").doesNotContain("<b>").doesNotContain("<strong>");
    }

    @Test
    void saysWhyATextIsShownAsItWasWritten()
    {
        assertThat(html("[[".repeat(6000))).startsWith("<div class=\"box infomessage\">").contains("[[[[");
        assertThat(markup().render("[[".repeat(6000), SPACE.page("Page")).shared()).as("refused once for all").isTrue();
    }

    /**
     * A text within a limit is formatted. A text that exceeds it by one is shown as it was written, below a message.
     */
    @ParameterizedTest
    @CsvSource({"3000,[[https://e.org]] ", "1000,'= a =\n\n'", "200,'{{code}}x{{/code}}\n\n'"})
    void formatsWhatFitsALimit(int most, String piece)
    {
        String unit = piece.replace("\\n", "\n");
        // On a machine that does much else, a text may have to wait for its turn.
        Awaitility.await().atMost(Duration.ofMinutes(2))
            .untilAsserted(() -> assertThat(html(unit.repeat(most))).doesNotContain("infomessage"));
        assertThat(html(unit.repeat(most + 1))).startsWith("<div class=\"box infomessage\">");
    }

    /** The limit of nested blocks is 60: 59 groups and the bold word reach it, one more group exceeds it. */
    @Test
    void formatsUpToADepth()
    {
        assertThat(html("(((\n".repeat(59) + "**x**" + "\n)))".repeat(59))).contains("<strong>x</strong>");
        assertThat(html("(((\n".repeat(60) + "**x**" + "\n)))".repeat(60))).startsWith("<div class=\"box infomessage\">");
    }

    @Test
    void showsMacrosWithinMacros()
    {
        assertThat(html("{{info}}a {{warning}}**b** {{code}}x < y{{/code}}{{/warning}}{{/info}}")).contains("infomessage")
            .contains("warningmessage").contains("<strong>b</strong>").contains("x &lt; y");
        assertThat(html("{{box title=\"A **title**\"}}= Heading ={{/box}}")).contains("<strong>title</strong>")
            .contains("<h2");
        assertThat(html("{{content syntax=\"xwiki/2.1\"}}**b**{{/content}}")).contains("<strong>b</strong>");
        assertThat(html("A note{{footnote}}of **mine**{{/footnote}}")).containsPattern("id=\"x_?footnote")
            .contains("<strong>mine</strong>");
        assertThat(html("{{toc/}}\n\n= One =\n\n= Two =")).contains("href=\"#HOne\"").contains("href=\"#HTwo\"");
    }

    @Test
    void restrictsWhatParametersOfMacrosBecome()
    {
        assertThat(html("{{box width=\"1px;position:fixed\"}}x{{/box}}")).doesNotContain("position").doesNotContain("style");
        assertThat(html("{{box image=\"path://evil.example/x.png\"}}x{{/box}}")).doesNotContain("evil.example");
        assertThat(html("{{box image=\"path:/bin/view/Main/\"}}x{{/box}}")).doesNotContain("<img");
        assertThat(html("{{info image=\"javascript:alert(1)\" width=\"9;x:y\"}}x{{/info}}")).doesNotContain("javascript")
            .doesNotContain("style=");
    }

    @Test
    void showsFilesOfTheWikiAndCallsNoPage()
    {
        assertThat(html("[[image:path:/bin/download/Main/WebHome/photo.png]]")).contains("<img");
        assertThat(html("[[image:path:/xwiki/bin/download/Main/WebHome/photo.png?rev=1.1]]")).contains("<img");
        assertThat(Stream.of("/bin/view/Notices/", "/bin/view/download/x", "/bin/download/../view/x", "/rest/wikis/x/y",
            "/bin/logout/Main/", "/bin/download/%2e%2e/view/x", "/view/download/x", "?cop-after=1", "/bin/download;a/../x"))
                .allSatisfy(path -> assertThat(html("[[image:path:" + path + "]]")).doesNotContain("<img"));
    }

    @Test
    void givesTheWordsWithoutMarkup()
    {
        assertThat(markup().plain("= Title =\n\nSome **bold** [[label>>Page]] {{code}}x = 1{{/code}}\n\n* one\n* two"))
            .isEqualTo("Title Some bold label x = 1 one two");
        assertThat(markup().plain("a&b <c>")).isEqualTo("a&b <c>");
        assertThat(markup().plain("")).isEmpty();
    }

    /** Reads the HTML as strictly as a browser may: each {@code <} must begin a harmless tag. */
    private static void assertHarmless(String html)
    {
        String rest = html;
        Matcher tag = TAG.matcher(html);
        StringBuilder text = new StringBuilder();
        int end = 0;
        while (tag.find()) {
            text.append(html, end, tag.start());
            end = tag.end();
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            assertThat(FORBIDDEN_TAGS).doesNotContain(name);
            assertHarmlessAttributes(tag.group(3));
        }
        text.append(html, end, html.length());
        assertThat(text).as("text between tags").doesNotContain("<");
        assertThat(rest).doesNotContain("\u0000").doesNotContain("Exception:").doesNotContain("\tat org.");
    }

    private static void assertHarmlessAttributes(String attributes)
    {
        Matcher attribute = ATTRIBUTE.matcher(attributes);
        while (attribute.find()) {
            String name = attribute.group(1).toLowerCase(Locale.ROOT);
            String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            assertThat(name).doesNotStartWith("on").doesNotStartWith("data-").isNotIn("style", "srcdoc", "formaction",
                "target", "name", "autofocus", "tabindex", "contenteditable", "http-equiv", "ping");
            if ("href".equals(name) || "src".equals(name)) {
                assertThat(DANGEROUS_URL.matcher(value.replaceAll("[\\s\\p{Cntrl}]", "")).matches()).as(value).isFalse();
            }
            if ("class".equals(name)) {
                assertThat(value.split(" ")).noneMatch(one -> one.startsWith("cop") || "modal".equals(one));
            }
            if ("id".equals(name)) {
                assertThat(value).isNotEqualTo("form_token").isNotEqualTo("token");
            }
        }
    }
}
