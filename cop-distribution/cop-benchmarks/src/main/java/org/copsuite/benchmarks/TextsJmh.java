/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.concurrent.TimeUnit;

import org.copsuite.embedded.CopServer;
import org.copsuite.macro.template.HtmlEscaper;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.PageId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the innermost work of all pages: rendering a member's text to HTML, extracting its words, and escaping them.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TextsJmh extends OpenWiki
{
    private static final PageId PAGE = PageId.parse("xwiki:Communities.Bench.WebHome");

    private static final String PARAGRAPH = """
        We load the **orders** of the day with a //nightly// job, and [[sometimes>>https://example.org/a?b=c]] it runs \
        twice. What we tried & what we saw < expected:

        * a lock in the database
        ** with a timeout
        * a marker file, ##load.done##

        {{code language="sql"}}
        insert into orders select * from staging where day = :day
        {{/code}}

        """;

    /** The number of paragraphs in the text. */
    @Param({"1", "20"})
    private int paragraphs;

    private Markup markup;

    private String text;

    private int rendered;

    /**
     * Opens a wiki.
     *
     * @throws Exception if the wiki does not open
     */
    @Setup
    public void open() throws Exception
    {
        CopServer wiki = openWiki();
        this.markup = wiki.get(Markup.class);
        this.text = PARAGRAPH.repeat(this.paragraphs);
    }

    /**
     * Renders a text that was not rendered before.
     *
     * @return restricted HTML
     */
    @Benchmark
    public Html render()
    {
        this.rendered++;
        return this.markup.render(this.text + this.rendered, PAGE).html();
    }

    /**
     * Renders a text that is already in the cache.
     *
     * @return restricted HTML
     */
    @Benchmark
    public Html renderAgain()
    {
        return this.markup.render(this.text, PAGE).html();
    }

    /** @return the words of the text, as summaries and the index use them */
    @Benchmark
    public String plain()
    {
        return this.markup.plain(this.text);
    }

    /** @return the text escaped, as templates print it */
    @Benchmark
    public String escape()
    {
        return HtmlEscaper.escape(this.text);
    }
}
