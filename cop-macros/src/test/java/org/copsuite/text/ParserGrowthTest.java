/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.copsuite.text.TextLimitException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.rendering.internal.parser.XDOMGeneratorListener;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

/** What parsing costs, for every construct of the syntax: in characters that the scanner reads, and in processor time. */
@ComponentTest
@AllComponents
class ParserGrowthTest
{
    private static final int LONG = 32_000;

    private static final int SHORT = 6_000;

    /** Of these a sample, another one each time would make the test say something else each time. */
    private static final int SAMPLE = 80;

    @InjectComponentManager
    private MockitoComponentManager components;

    private BoundedWikiParser parser;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @BeforeEach
    void setUp() throws Exception
    {
        this.parser = this.components.getInstance(BoundedWikiParser.class, BoundedWikiParser.HINT);
    }

    private record Cost(Reason refused, long reads, Duration time)
    {
    }

    private Cost parse(String text)
    {
        TextLimits limits = TextLimits.within(Duration.ofMinutes(2));
        long before = this.threads.getCurrentThreadCpuTime();
        Reason refused = null;
        try (TextLimits.Scope scope = limits.open()) {
            limits.checkText(text);
            this.parser.parse(new StringReader(text), new LimitingListener(new XDOMGeneratorListener(), limits),
                new TextIds());
        } catch (ParseException e) {
            TextLimitException limit = TextLimitException.within(e);
            // What the scanner cannot read is shown as it was written, as what exceeds a limit.
            refused = limit == null ? Reason.MARKUP : limit.getReason();
        }
        return new Cost(refused, limits.reads(), Duration.ofNanos(this.threads.getCurrentThreadCpuTime() - before));
    }

    private void assertBounded(Stream<String> texts)
    {
        texts.forEach(text -> {
            Cost cost = parse(text);
            assertThat(cost.time()).as(HostileMarkup.named(text)).isLessThan(Duration.ofMillis(1500));
            if (cost.refused() == null) {
                assertThat(cost.reads()).as(HostileMarkup.named(text))
                    .isLessThanOrEqualTo(TextLimits.FREE_READS + (long) TextLimits.READS * text.length());
            }
        });
    }

    @Test
    void boundsEachConstruct()
    {
        assertBounded(HostileMarkup.repeated(LONG));
    }

    /** A construct that is not refused grows with its length: four times the text is at most six times the reading. */
    @Test
    void readsNoMoreThanInProportion()
    {
        for (String piece : HostileMarkup.PIECES) {
            Cost small = parse(HostileMarkup.repeat(piece, LONG / 4));
            Cost large = parse(HostileMarkup.repeat(piece, LONG));
            if (large.refused() == null) {
                assertThat(large.reads()).as(piece).isLessThan(6 * small.reads() + 1000);
            }
        }
    }

    @Test
    void refusesToStoreWhatAnotherParserWouldReadForMinutes() throws Exception
    {
        SafeParser safe = this.components.getInstance(SafeParser.class);
        assertThat(List.of("[[", "a:", "[[a>>", "(% a=\"", "{{a ", "[[a||b=\"", "((("))
            .allSatisfy(piece -> assertThatThrownBy(() -> safe.checkStored(HostileMarkup.repeat(piece, 59_000)))
                .as(piece).isInstanceOf(TextLimitException.class));
    }

    @Test
    void storesProgramTextThatIsOnlyReadOften() throws Exception
    {
        SafeParser safe = this.components.getInstance(SafeParser.class);
        safe.checkStored("password: ${{ secrets.PASSWORD }} and a[[0]] in the log of the build\n".repeat(150));
        safe.checkStored(HostileMarkup.repeat("Plain words, **bold** and [[links>>https://example.org/]]. ", 59_000));
    }

    @Test
    void refusesWhatTheScannerReadsAgainAndAgain()
    {
        assertThat(List.of("[[", "a:", "[[a>>", "(%", "(% a=\"", "{{a ", "http:", "mailto:", "[[a||b=\"", "a+", "\n(%"))
            .allSatisfy(piece -> assertThat(parse(HostileMarkup.repeat(piece, LONG)).refused()).as(piece)
                .isEqualTo(Reason.MARKUP));
    }

    /** One link, style or start of a macro of exactly so many characters, and of one more. */
    @Test
    void takesConstructsUpToTheirLength()
    {
        for (String[] construct : new String[][] {{"[[a>>https://e.org/", "]]"}, {"(% title=\"", "\" %)\nx"},
            {"{{box title=\"", "\"}}x{{/box}}"}})
        {
            // What is read behind the construct is no part of it.
            int end = construct[1].replaceFirst("(?s)^(\\]\\]|\" %\\)\n|\"}}).*", "$1").length();
            int fits = 10_000 - construct[0].length() - end;
            assertThat(parse(construct[0] + "x".repeat(fits) + construct[1]).refused()).as(construct[0]).isNull();
            assertThat(parse(construct[0] + "x".repeat(fits + 1) + construct[1]).refused()).as(construct[0])
                .isEqualTo(Reason.MARKUP);
        }
    }

    @Test
    void boundsPairs()
    {
        assertBounded(sample(HostileMarkup.pairs(SHORT), 1));
        assertBounded(sample(HostileMarkup.halves(SHORT), 2));
    }

    @Test
    void boundsConstructsWithinOthers()
    {
        assertBounded(sample(HostileMarkup.framed(SHORT), 3));
    }

    /** Mixed at random: what no list of pairs has. */
    @Test
    void boundsMixtures()
    {
        Random random = new Random(4);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < SHORT) {
                text.append(HostileMarkup.PIECES.get(random.nextInt(HostileMarkup.PIECES.size())));
            }
            texts.add(text.toString());
        }
        assertBounded(texts.stream());
    }

    private static Stream<String> sample(Stream<String> texts, int seed)
    {
        Random random = new Random(seed);
        List<String> all = new ArrayList<>(texts.toList());
        Collections.shuffle(all, random);
        return all.stream().limit(SAMPLE);
    }

    @Test
    void survivesWhatTheScannerHasNoTokenFor()
    {
        assertThat(List.of("{{{x ~", "* {{{ ~", "{{{", "~", "{{a}} ~", "(%~", "[[~", "{{a ~"))
            .allSatisfy(text -> assertThat(parse(text)).as(text).isNotNull());
    }

    @Test
    void refusesNoOrdinaryText()
    {
        assertThat(ordinary()).allSatisfy(text -> {
            Cost cost = parse(text);
            assertThat(cost.refused()).as(HostileMarkup.named(text)).isNull();
            assertThat(cost.reads()).as(HostileMarkup.named(text)).isLessThan(8L * text.length() + 10_000);
        });
    }

    private static List<String> ordinary()
    {
        return List.of("Some **bold** and //italic// words, see [[the page>>Main.Page]] or https://example.org/a?b=c.\n"
            .repeat(800), "2026-11-29T10:11:12.345Z INFO  org.example:Main$1: started (pid: 12) [main]\n".repeat(1500),
            "|=Name|=Value\n" + "|one: two|three [x]\n".repeat(3000), "* item (see: above)\n** deeper: more\n".repeat(2500),
            "{{code language=\"java\"}}\n" + "Map<String, List<Integer>> x = a[i][j] ? {{1}} : y; // don't\n".repeat(1500)
                + "{{/code}}", "{{{\n" + "if ((a && b) || c[[1]] == 'x') { f(\"y\"); }\n".repeat(1500) + "}}}",
            "> quoted: a line\n>> and another\n".repeat(2000), "{\"a\": [1, 2, {\"b\": \"c\"}], \"d\": null},\n".repeat(1000),
            ("= Heading =\n\n" + "words ".repeat(60) + "\n\n").repeat(500),
            "at org.example.a.B.c(B.java:12) ~[x.jar:?]\n".repeat(2500), "a = b + c - d * e / f % g ^ h;\n".repeat(2500),
            "[[label>>https://example.org/x||title=\"y\"]] ".repeat(900), "$f(x) = x^2_{i,j} (% not syntax\n".repeat(20));
    }
}
