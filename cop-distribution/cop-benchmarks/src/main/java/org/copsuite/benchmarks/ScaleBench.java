/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.ledger.LedgerConsumers;

/**
 * Compares how long pages take in a small wiki and in a large one, each in a separate database: PostgreSQL with
 * {@code --db}, HSQLDB without.
 */
final class ScaleBench
{
    private static final int WARM = 3;

    /** Warming up takes this part of the time of a measurement, each time. */
    private static final int SHORTER = 4;

    private final Arguments arguments;

    private final Report report;

    ScaleBench(Arguments arguments, Report report)
    {
        this.arguments = arguments;
        this.report = report;
    }

    void run() throws Exception
    {
        int seconds = this.arguments.number("seconds", 20);
        Map<String, List<Double>> medians = new LinkedHashMap<>();
        String[] sizes = this.arguments.option("sizes", "1000,100000").split(",");
        String[] databases = this.arguments.option("db", "").split(",");
        for (int i = 0; i < sizes.length; i++) {
            String database = databases[0].isEmpty() ? null : databases[i];
            try (Scratch scratch = new Scratch()) {
                java.nio.file.Path data = this.arguments.options().containsKey("data")
                    ? this.arguments.folder("data").resolve(sizes[i]) : scratch.folder();
                measure(data, database, Integer.parseInt(sizes[i]), seconds, medians);
            }
        }
        this.report.say("%-12s %12s %12s %8s", "median ms", sizes[0], sizes[sizes.length - 1], "ratio");
        medians.forEach((kind, values) -> {
            double first = values.get(0);
            double last = values.get(values.size() - 1);
            this.report.say("%-12s %12.2f %12.2f %8.2f", kind, first, last, last / first);
            this.report.put(kind + "Milliseconds", last);
            this.report.put(kind + "Ratio", last / first);
        });
    }

    private void measure(java.nio.file.Path data, String database, int size, int seconds, Map<String, List<Double>> medians)
        throws Exception
    {
        WikiOptions options = new WikiOptions(WikiOptions.LOOPBACK, 0, data, database, true);
        Pages pages;
        try (CopServer wiki = CopServer.open(options)) {
            Sql sql = new Sql(wiki);
            if (sql.number("select count(*) from cop_question") == 0) {
                GenerateBench.generate(wiki, Generator.Size.of(size).with(this.arguments), this.report);
            }
            VotesBench.equal("questions",
                sql.number("select count(*) from cop_question where author like 'imported:%'"), size);
            if (!wiki.get(LedgerConsumers.class).await(Duration.ofMinutes(20))) {
                throw new IllegalStateException("The index did not process all entries within 20 minutes.");
            }
            pages = Pages.of(wiki);
            medians.computeIfAbsent("routing", key -> new ArrayList<>())
                .add(new RoutingTimes(wiki, this.arguments.number("experts", RoutingTimes.EXPERTS)).median());
        }
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("question", pages.questions());
        kinds.put("list", pages.lists());
        kinds.put("suggestions", pages.suggestions());
        kinds.put("search", pages.searches());
        kinds.put("finder", pages.finders());
        kinds.put("topic", pages.topics());
        kinds.put("person", pages.people());
        try (ServerProcess server = ServerProcess.start(data, database, this.arguments.number("port", 0))) {
            Pages.check(server, kinds);
            for (int i = 0; i < WARM; i++) {
                for (List<String> addresses : kinds.values()) {
                    Pages.read(server, 2, Pages.any(addresses), Duration.ofSeconds(seconds).dividedBy(SHORTER));
                }
            }
            for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
                medians.computeIfAbsent(kind.getKey(), key -> new ArrayList<>())
                    .add(Pages.read(server, 1, Pages.any(kind.getValue()), Duration.ofSeconds(seconds)).median());
            }
        }
    }
}
