/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.syntax;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.listener.VoidListener;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.parser.StreamParser;
import org.xwiki.rendering.util.IdGenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** What XWiki's own parser reads in a text that went through {@link SourceText}. */
class SourceTextTest
{
    private static final EmbeddableComponentManager COMPONENTS = new EmbeddableComponentManager();

    private static final MacroCatalog MACROS = name -> switch (name) {
        case "info", "box" -> MacroCatalog.Content.WIKI;
        case "code", "toc", "velocity" -> MacroCatalog.Content.VERBATIM;
        default -> MacroCatalog.Content.UNKNOWN;
    };

    private static StreamParser parser;

    @BeforeAll
    static void components() throws Exception
    {
        COMPONENTS.initialize(SourceTextTest.class.getClassLoader());
        parser = COMPONENTS.getInstance(StreamParser.class, "xwiki/2.1");
    }

    /** What a reader sees: text, links in angle brackets, formats and macros by their names. */
    private static String read(String wiki) throws Exception
    {
        Shown shown = new Shown();
        parser.parse(new StringReader(SourceText.of(wiki, MACROS).text()), shown, new IdGenerator());
        return shown.text.toString().strip().replaceAll(" +", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Write {{name}} in the file.", "token: ${{secrets.TOKEN}}", "\\frac{{a}}{{b}}",
        "{{ .Values.image.tag }} and {{- end -}}", "{{#if user}} and {{/if}} and {{else}}", "{{user.name}} {{ x | upper }}",
        "{{it's}} {{name it's}} done", "{{toc}} is never closed", "{{foo/}} {{foo a=\"b\"/}}", "{{", "}}", "{{ }}",
        "{{{ never closed", "{{name", "{{name a=\"", "{{/code}} alone", "{{range $i, $e := .List}}", "{{_self}} {{__x__}}",
        "{{ '**' }} {{ \"//\" }} {{ a--b }}", "{{\u00fcber}} {{a-b}} {{a:b}}", "{{{{x", "{{name}", "{name}} {{name}}}"})
    void whatIsNoMacroIsText(String text) throws Exception
    {
        assertThat(read(text)).isEqualTo(text);
        assertThat(read(text + "\n\nThe second paragraph.")).isEqualTo(text + " \u00b6 The second paragraph.");
        assertThat(read("* " + text + "\n* **second**")).contains("B(second)");
        assertThat(read("{{info}}" + text + "{{/info}} behind")).endsWith("behind");
    }

    @Test
    void whatIsNeverClosedIsTextInLines() throws Exception
    {
        assertThat(read("{{info}}\none **two**\n\nthree")).isEqualTo("{{info}} one B(two) \u00b6 three");
        assertThat(read("{{code}}a{{/code}} {{code}} b **c**")).isEqualTo("M(code:a) {{code}} b B(c)");
        assertThat(read("{{info}}a {{info}}b{{/info}} c")).isEqualTo("{{info}}a M(info:b) c");
        assertThat(read("{{name\n}} b\n\nc")).isEqualTo("{{name }} b \u00b6 c");
    }

    @Test
    void anUnknownMacroThatIsClosedShowsItsContent() throws Exception
    {
        assertThat(read("a {{foo}}b **c**{{/foo}} d")).isEqualTo("a b B(c) d");
        assertThat(read("{{foo x=\"1\"}}\n* b\n{{/foo}}\nd")).isEqualTo("b \u00b6 d");
        assertThat(read("{{foo}}{{bar}}x{{/bar}}{{/foo}}{{foo}}y{{/foo}}")).isEqualTo("xy");
        assertThat(read("{{foo}}a{{foo}}b{{/foo}}c{{/foo}}")).isEqualTo("abc");
        assertThat(read("{{foo}}a {{info}}b{{/info}}{{/foo}}")).isEqualTo("a M(info:b)");
        assertThat(read("{{info}}a {{foo}}b{{/foo}} {{name}}{{/info}}")).isEqualTo("M(info:a b ~{~{name~}~})");
        assertThat(read("|a {{foo}}\nb\n\nc{{/foo}}|d")).contains("b \u00b6 c").contains("d");
        assertThat(read("{{foo b c}}x{{/foo}} rest")).isEqualTo("{{foo b c}}x{{/foo}} rest");
        assertThat(read("{{foo}}{{/foo}} rest")).isEqualTo("{{foo}}{{/foo}} rest");
    }

    @Test
    void whatIsVerbatimStays() throws Exception
    {
        assertThat(read("{{{ {{name}} https://e.org/a. }}} x")).isEqualTo("V( {{name}} https://e.org/a. ) x");
        assertThat(read("{{{a {{{b}}} c}}} {{name}}")).isEqualTo("V(a {{{b}}} c) {{name}}");
        assertThat(read("{{code}}{{name}} https://e.org/a.{{/code}} x")).isEqualTo("M(code:{{name}} https://e.org/a.) x");
        assertThat(read("{{velocity}}{{info}}{{/velocity}} {{{b}}}")).isEqualTo("M(velocity:{{info}}) V(b)");
        assertThat(read("~{{info}}a~{{/info}} b")).isEqualTo("{{info}}a{{/info}} b");
        assertThat(read("{{code}}a~{{/code}}b{{/code}} c")).isEqualTo("M(code:a~{{/code}}b) c");
        assertThat(read("(% title=\"{{name}} https://e.org/\" %)a(%%)")).isEqualTo("a");
        assertThat(read("{{toc/}}{{info title=\"{{x}}\"}}a{{/info}}")).isEqualTo("M(toc:null)M(info:a)");
        assertThat(read("{{foo}}{{{ {{/foo}} }}} x")).contains("x");
    }

    @Test
    void tellsWhichMacrosAreNone()
    {
        assertThat(remarks("{{a}} {{info}}x{{/info}} {{b}}y{{/b}} {{code}} {{ c }} {{{ {{d}} }}} {{f/}}"))
            .containsExactly("a TEXT", "b CONTENT", "code UNCLOSED", "f TEXT");
        assertThat(remarks("no braces")).isEmpty();
        assertThat(remarks("[[{{e}}>>x]]")).containsExactly("e TEXT");
        assertThat(remarks("{{a}}".repeat(3) + Stream.iterate(0, n -> n + 1).limit(50).map(n -> "{{m" + n + "}}")
            .reduce("", String::concat))).hasSize(SourceText.TOLD);
    }

    private static List<String> remarks(String wiki)
    {
        return SourceText.of(wiki, MACROS).remarks().stream().map(remark -> remark.macro() + ' ' + remark.kind()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\u00a6', quoteCharacter = '\u00a7', value = {
        "See https://example.org/a. \u00a6 See <https://example.org/a>.",
        "(https://example.org/b), \u00a6 (<https://example.org/b>),",
        "**https://example.org/c** d \u00a6 B(<https://example.org/c>) d",
        "//https://example.org/c//, d \u00a6 I(<https://example.org/c>), d",
        "\u201ehttps://example.org/x\u201c rest \u00a6 \u201e<https://example.org/x>\u201c rest",
        "\u00bbhttps://example.org/x\u00ab rest \u00a6 \u00bb<https://example.org/x>\u00ab rest",
        "\u201chttps://example.org/x\u201d, 'https://example.org/y' \u00a6 \u201c<https://example.org/x>\u201d, '<https://example.org/y>'",
        "\"https://example.org/x\" <https://example.org/y> \u00a6 \"<https://example.org/x>\" <<https://example.org/y>>",
        "https://en.wikipedia.org/wiki/Tar_(computing) \u00a6 <https://en.wikipedia.org/wiki/Tar_(computing)>",
        "(see https://e.org/wiki/Tar_(computing)). \u00a6 (see <https://e.org/wiki/Tar_(computing)>).",
        "https://e.org/a__b__c/--d?e=**f#g-_~h! x \u00a6 <https://e.org/a__b__c/--d?e=**f#g-_~h>! x",
        "https://e.org/~user/#object.__init__ \u00a6 <https://e.org/~user/#object.__init__>",
        "https://e.org:8080/a http://[2001:db8::1]:80/x \u00a6 <https://e.org:8080/a> <http://[2001:db8::1]:80/x>",
        "https://m\u00fcnchen.example/stra\u00dfe, https://ja.example/\u65e5\u672c\u3002 \u00a6 <https://m\u00fcnchen.example/stra\u00dfe>, <https://ja.example/\u65e5\u672c>\u3002",
        "[https://e.org/a] [a](https://e.org/b) \u00a6 [<https://e.org/a>] [a](<https://e.org/b>)",
        "~[https://e.org/a] ~https://e.org/b__c \u00a6 [<https://e.org/a>] https://e.org/b__c",
        "https://e.org/a(see b \u00a6 <https://e.org/a>(see b",
        "HTTPS://E.org/a ftp://e.org/x; \u00a6 <HTTPS://E.org/a> <ftp://e.org/x>;",
        "jdbc:postgresql://host/db__x file:///etc//x \u00a6 jdbc:postgresql://host/db__x file:///etc//x",
        "javascript://x%0aalert(1) data://y s3://b//c \u00a6 javascript://x%0aalert(1) data://y s3://b//c",
        "http:// and https:// and :// end \u00a6 http:// and https:// and :// end",
        "See:https://e.org/a URL:https://e.org/b \u00a6 See:<https://e.org/a> URL:<https://e.org/b>",
        "https://e.org/?a[]=1&b=2... x \u00a6 <https://e.org/?a[]=1&b=2>... x",
        "https://user:p%40ss@e.org/x?y=a,b;c \u00a6 <https://user:p%40ss@e.org/x?y=a,b;c>",
        "__https://e.org/a__, b \u00a6 U(<https://e.org/a>), b",
        "https://e.org/a\\\\b \u00a6 <https://e.org/a> b",
        "{{name}}https://e.org/{{id}}/x \u00a6 {{name}}<https://e.org/>{{id}}/x"})
    void anAddressEndsBeforeThePunctuation(String wiki, String expected) throws Exception
    {
        assertThat(read(wiki)).isEqualTo(expected);
    }

    @Test
    void addressesStandAnywhere() throws Exception
    {
        assertThat(read("|https://e.org/a|b")).isEqualTo("<https://e.org/a> \u00b6 b");
        assertThat(read("* https://e.org/a.\n* b")).isEqualTo("<https://e.org/a>. \u00b6 b");
        assertThat(read("= https://e.org/a =\n\nb")).isEqualTo("<https://e.org/a> \u00b6 b");
        assertThat(read("> https://e.org/a\n\nb")).isEqualTo("<https://e.org/a> \u00b6 b");
        assertThat(read("https://e.org/a\nb")).isEqualTo("<https://e.org/a> b");
        assertThat(read("{{info}}https://e.org/a.{{/info}}")).isEqualTo("M(info:[[https://e.org/a]].)");
        assertThat(read("(((\nhttps://e.org/a\n)))")).isEqualTo("<https://e.org/a>");
        assertThat(read("I followed https://e.org/a and [[https://e.org/b]]"))
            .isEqualTo("I followed <https://e.org/a> and <https://e.org/b>");
    }

    @Test
    void anAddressInALabelIsText() throws Exception
    {
        assertThat(read("[[https://e.org/a__b>>https://e.org/a__b]] c"))
            .isEqualTo("<https://e.org/a__b:https://e.org/a__b> c");
        assertThat(read("[[see {{name}} ~]x>>https://e.org/]]")).isEqualTo("<https://e.org/:see {{name}} ]x>");
        assertThat(read("[[**b**>>https://e.org/||title=\"{{x}}\"]]")).isEqualTo("<https://e.org/:B(b)>");
        assertThat(read("[[[[image:a.png]]>>https://e.org/]]")).isEqualTo("<https://e.org/:P(a.png)>");
        assertThat(read("[[never closed, https://e.org/a")).isEqualTo("[[never closed, <https://e.org/a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image: postgres:16", "attach: x", "mailto: x", "image:latest", "image:postgres:16", "attach:x",
        "mailto:x", "docker-image:a/b:c", "imagemailto:x", "image:", "my_attach: y"})
    void aWordBeforeAColonIsText(String text) throws Exception
    {
        assertThat(read(text + " end")).isEqualTo(text + " end");
        assertThat(read("services:\n  " + text + "\n  b")).isEqualTo("services: " + text + " b");
    }

    @Test
    void aPictureAFileAndAnAddressAreWhatTheySay() throws Exception
    {
        assertThat(read("(image:photo.png), attach:a.pdf.")).isEqualTo("(P(photo.png)), <attach:a.pdf>.");
        assertThat(read("image:https://e.org/a")).isEqualTo("P(https://e.org/a)");
        assertThat(read("write to mailto:ada@example.org.")).isEqualTo("write to <ada@example.org>.");
    }

    @Test
    void aPictureHasAShortNameAndStandsBehindAtMostAThousandWords() throws Exception
    {
        String longest = "a".repeat(495) + ".png";
        assertThat(read("image:" + longest)).isEqualTo("P(" + longest + ')');
        assertThat(read("image:a" + longest)).isEqualTo("image:a" + longest);

        String words = "image: ".repeat(1000);
        assertThat(read(words + "image:a.png")).endsWith(" P(a.png)");
        assertThat(read(words + "image: image:a.png")).endsWith(" image:a.png");
    }

    @Test
    void anAddressHas4000CharactersAnd16OpenBrackets() throws Exception
    {
        String longest = "https://" + "a".repeat(4000);
        assertThat(read(longest + " x")).isEqualTo('<' + longest + "> x");
        assertThat(read(longest + "b x")).isEqualTo('<' + longest + ">b x");

        String nested = "https://e.org/" + "(".repeat(16) + "a" + ")".repeat(16);
        assertThat(read(nested)).isEqualTo('<' + nested + '>');
        assertThat(read("https://e.org/(" + "(".repeat(16) + "a" + ")".repeat(16) + ')')).startsWith("<https://e.org/>");
    }

    @Test
    void aMacroTagHas4000Characters() throws Exception
    {
        String tag = "{{info title=\"%s\"}}a{{/info}}";
        int around = "{{info".length() + " title=\"\"}}".length();
        assertThat(read(String.format(tag, "t".repeat(4000 - around)))).isEqualTo("M(info:a)");
        assertThat(read(String.format(tag, "t".repeat(4001)))).startsWith("{{info title=");
    }

    /** Behind many characters that looked like tags and were none, only short ones are read as tags. */
    @Test
    void afterMuchThatWasNoTagOnlyShortOnesAreRead() throws Exception
    {
        String noTags = ("{{a b=\"" + "c".repeat(3990) + "\n").repeat(110);
        assertThat(read(noTags + "{{info title=\"" + "t".repeat(50) + "\"}}a{{/info}}")).endsWith("M(info:a)");
        assertThat(read(noTags + "{{info title=\"" + "t".repeat(150) + "\"}}a{{/info}}")).doesNotContain("M(info");
    }

    static Stream<String> hostile()
    {
        return Stream.of("{{", "{{{", "}}}", "{{a ", "{{a \"", "{{a '}} ", "{{a}}", "{{/a}}", "{{info}}", "{{info}}{{/info}}",
            "{{b}}x{{/b}}", "{{b}}", "[[", "[[a>>", "[[image:", "]]", "(%", "(% a=\"", "https://", "https://e.org/(", "a://",
            "image:", "~", "~{", "{{{a}}}", "{{{ ~", "[[{{", "**https://e.org/", "(((", "|", "{{a\n", "{ {", "://", "[https://e");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isLinear(String piece)
    {
        String text = piece.repeat(300_000 / piece.length());
        assertTimeout(Duration.ofSeconds(4), () -> SourceText.of(text, MACROS));
        assertTimeout(Duration.ofSeconds(4), () -> SourceText.of(text + "}} }}} ]] %)", MACROS));
        assertTimeout(Duration.ofSeconds(4), () -> SourceText.of("{{b}}" + text + "{{/b}}", MACROS));
    }

    @Test
    void losesNothingOfAnyMixture() throws Exception
    {
        List<String> parts = hostile().toList();
        for (int seed = 0; seed < 3000; seed++) {
            StringBuilder text = new StringBuilder();
            int state = seed * 7919 + 17;
            for (int i = 0; i < 6; i++) {
                state = state * 1103515245 + 12345;
                text.append(parts.get(Math.floorMod(state >> 8, parts.size()))).append(i % 2 == 0 ? "w" + i : " ");
            }
            String wiki = text.toString();
            if (!wiki.contains("(%") && !wiki.contains("[[") && !wiki.contains("image:")) {
                Shown shown = new Shown();
                parser.parse(new StringReader(SourceText.of(wiki, MACROS).text() + "\n\nLAST"), shown, new IdGenerator());
                assertThat(shown.text.toString()).as(wiki).contains("w0").contains("w2").contains("w4");
                assertThat(shown.text.toString().strip()).as(wiki).endsWith("LAST");
            }
        }
    }

    private static final class Shown extends VoidListener
    {
        private static final Map<Format, String> NAMES =
            Map.of(Format.BOLD, "B(", Format.ITALIC, "I(", Format.UNDERLINED, "U(");

        private final StringBuilder text = new StringBuilder();

        private int linked;

        @Override
        public void onWord(String word)
        {
            this.text.append(word);
        }

        @Override
        public void onSpecialSymbol(char symbol)
        {
            this.text.append(symbol);
        }

        @Override
        public void onSpace()
        {
            this.text.append(' ');
        }

        @Override
        public void onNewLine()
        {
            this.text.append(this.text.toString().endsWith(" ") ? "" : " ");
        }

        @Override
        public void onVerbatim(String content, boolean inline, Map<String, String> parameters)
        {
            block(inline);
            this.text.append("V(").append(content).append(')');
        }

        @Override
        public void onMacro(String id, Map<String, String> parameters, String content, boolean inline)
        {
            block(inline);
            this.text.append("M(").append(id).append(':').append(content).append(')');
        }

        @Override
        public void onImage(ResourceReference reference, boolean freestanding, String id, Map<String, String> parameters)
        {
            this.text.append("P(").append(reference.getReference()).append(')');
        }

        @Override
        public void beginFormat(Format format, Map<String, String> parameters)
        {
            this.text.append(parameters.isEmpty() ? NAMES.getOrDefault(format, format + "(") : "");
        }

        @Override
        public void endFormat(Format format, Map<String, String> parameters)
        {
            this.text.append(parameters.isEmpty() ? ")" : "");
        }

        @Override
        public void beginLink(ResourceReference reference, boolean freestanding, Map<String, String> parameters)
        {
            this.text.append('<').append(reference.getReference()).append(':');
            this.linked = this.text.length();
        }

        @Override
        public void endLink(ResourceReference reference, boolean freestanding, Map<String, String> parameters)
        {
            if (this.text.length() == this.linked) {
                this.text.setLength(this.linked - 1);
            }
            this.text.append('>');
        }

        @Override
        public void beginParagraph(Map<String, String> parameters)
        {
            block(false);
        }

        @Override
        public void beginListItem()
        {
            block(false);
        }

        @Override
        public void beginListItem(Map<String, String> parameters)
        {
            block(false);
        }

        @Override
        public void beginTableCell(Map<String, String> parameters)
        {
            block(false);
        }

        @Override
        public void beginTableHeadCell(Map<String, String> parameters)
        {
            block(false);
        }

        private void block(boolean inline)
        {
            if (!inline && !this.text.toString().isBlank() && !this.text.toString().endsWith("\u00b6 ")) {
                this.text.append(this.text.toString().endsWith(" ") ? "\u00b6 " : " \u00b6 ");
            }
        }
    }
}
