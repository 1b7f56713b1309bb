/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.nio.file.Path;
import java.util.List;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;

/** Generates a wiki of any size and measures how long that takes. */
final class GenerateBench
{
    private static final int SAMPLES = 25;

    private final Arguments arguments;

    private final Report report;

    GenerateBench(Arguments arguments, Report report)
    {
        this.arguments = arguments;
        this.report = report;
    }

    void run() throws Exception
    {
        Generator.Size size = Generator.Size.of(this.arguments.number("questions", 100_000)).with(this.arguments);
        try (Scratch scratch = new Scratch()) {
            Path data = this.arguments.options().containsKey("data") ? this.arguments.folder("data") : scratch.folder();
            try (CopServer wiki = CopServer.open(new WikiOptions(WikiOptions.LOOPBACK, 0, data,
                this.arguments.option("db", null), true)))
            {
                generate(wiki, size, this.report);
            }
        }
    }

    static void generate(CopServer wiki, Generator.Size size, Report report) throws Exception
    {
        long start = System.nanoTime();
        new Generator(wiki, size).run();
        double seconds = (System.nanoTime() - start) / 1e9;
        Sql sql = new Sql(wiki);
        for (String table : List.of("cop_question", "cop_answer", "cop_vote", "cop_ledger", "wiki_page")) {
            report.put(table, sql.number("select count(*) from " + table));
        }
        int rows = new Samples(wiki).check(SAMPLES);
        report.say("%d questions, %d answers, %d votes in %.1f s; %d rows of %d questions are as a rebuild makes them",
            report.values().get("cop_question"), report.values().get("cop_answer"), report.values().get("cop_vote"), seconds,
            rows, SAMPLES);
        report.put("seconds", seconds);
    }
}
