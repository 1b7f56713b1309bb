/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.concurrent.TimeUnit;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.render.PageRenderer;
import org.copsuite.ledger.Ledger;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.SpaceId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** Measures what the suite's macros add to a page of any wiki: a guest reads a page of the suite, without the skin. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MacrosJmh extends OpenWiki
{
    private static final int QUESTIONS = 600;

    /** The path of the suite's page. */
    @Param({"Questions", "WebHome"})
    private String page;

    private PageRenderer renderer;

    private Ledger ledger;

    private Page content;

    /**
     * Opens a wiki with generated questions.
     *
     * @throws Exception if the wiki does not open
     */
    @Setup
    public void open() throws Exception
    {
        CopServer wiki = openWiki();
        new Generator(wiki, Generator.Size.of(QUESTIONS)).run();
        this.renderer = wiki.get(PageRenderer.class);
        this.ledger = wiki.get(Ledger.class);
        this.content = wiki.get(Pages.class).load(SpaceId.of(WikiOptions.WIKI, Suite.SPACE).page(this.page)).orElseThrow();
    }

    /**
     * Renders a page that was read since the last write.
     *
     * @return the page
     */
    @Benchmark
    public Html readAgain()
    {
        return this.renderer.content(this.content);
    }

    /**
     * Writes, then renders a page that was not read since.
     *
     * @return the page
     */
    @Benchmark
    public Html readAfterAWrite()
    {
        this.ledger.update(tx -> { });
        return this.renderer.content(this.content);
    }

    /** Measures the share of the write in {@link #readAfterAWrite}. */
    @Benchmark
    public void write()
    {
        this.ledger.update(tx -> { });
    }
}
