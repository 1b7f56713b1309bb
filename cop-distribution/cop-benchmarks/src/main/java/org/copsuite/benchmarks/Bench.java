/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs a benchmark by name. Each benchmark prints a table and, as its last line, one JSON object. */
public final class Bench
{
    private static final Set<String> OPTIONS = Set.of("pages", "port", "data", "db", "dump", "questions", "answers", "votes", "people",
        "experts", "communities", "sizes", "seconds", "clients", "rounds", "kinds");

    private static final String HELP = """
        cop bench generate [--questions N] [--answers N] [--votes N] [--communities N] [--data DIR] [--db URL]
            Makes a wiki of that size, and checks samples of it by rebuilding them.
        cop bench scale [--sizes 1000,100000] [--people N] [--experts 50] [--db URL,URL] [--data DIR] [--seconds N]
            Question page, list, suggestions, search, expert finder, those who know a topic and people's pages in a small
            and in a large wiki, and how long it takes until a question is brought to those who could answer.
        cop bench serve [--dump DIR] [--data DIR] [--seconds N] [--pages list,question,search,newSearch]
            Pages a second to four clients, also while somebody votes; medians of one; after the import of a dump (or on
            made-up data). What is searched for comes again, but for newSearch.
        cop bench communities [--communities 2000] [--people 50000] [--questions N] [--db URL] [--seconds N]
            Home pages, directory and leaderboard of many communities with many members, and joining and leaving.
        cop bench votes [--clients 16] [--seconds 30] [--db URL]
            Clients that vote on 100 posts: none lost, none doubled, counters equal to the rows.
        cop bench crash [--rounds 20] [--clients 8] [--seconds 4] [--db URL]
            kill -9 in a storm of asks, answers and votes: what was acknowledged is there once.
        cop bench abuse [--kinds NAME,NAME] [--seconds 10]
            Attacks a fresh wiki with 512 MB, one kind of attack after the other, while a bystander reads. Fails where
            the wiki does not survive.
        cop bench texts
            Rendering, reading and escaping a member's text, with JMH.
        cop bench macros
            Pages of the suite without the skin around them, with JMH: what our macros add to a page.
        cop bench smoke
            A short run of each; fails where a result is wrong, whatever time it took.
        All: [--port N]
        """;

    private Bench()
    {
    }

    /** @param arguments the name of a benchmark and its options */
    public static void main(String[] arguments)
    {
        int status;
        try {
            status = run(Arrays.asList(arguments), System.out);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(HELP);
            status = 2;
        } catch (Exception e) {
            e.printStackTrace();
            status = 1;
        }
        System.exit(status);
    }

    static int run(List<String> typed, PrintStream out) throws Exception
    {
        Arguments arguments = Arguments.of(typed, OPTIONS);
        String name = arguments.words().isEmpty() ? "help" : arguments.words().get(0);
        if ("help".equals(name)) {
            out.print(HELP);
            return 0;
        }
        Report report = new Report(out, name);
        run(name, arguments, report);
        report.end();
        return 0;
    }

    private static void run(String name, Arguments arguments, Report report) throws Exception
    {
        switch (name) {
            case "generate" -> new GenerateBench(arguments, report).run();
            case "scale" -> new ScaleBench(arguments, report).run();
            case "serve" -> new ServeBench(arguments, report).run();
            case "communities" -> new CommunitiesBench(arguments, report).run();
            case "votes" -> new VotesBench(arguments, report).run();
            case "crash" -> new CrashBench(arguments, report).run();
            case "abuse" -> new AbuseBench(arguments, report).run();
            case "texts" -> jmh(TextsJmh.class);
            case "macros" -> jmh(MacrosJmh.class);
            case "smoke" -> smoke(report);
            default -> throw new IllegalArgumentException("Unknown benchmark [" + name + "].");
        }
    }

    private static void jmh(Class<?> benchmarks) throws RunnerException
    {
        new Runner(new OptionsBuilder().include(benchmarks.getName()).build()).run();
    }

    private static void smoke(Report report) throws Exception
    {
        long start = System.nanoTime();
        run("generate", new Arguments(List.of(), Map.of("questions", "200")), report);
        run("scale", new Arguments(List.of(), Map.of("sizes", "50,300", "seconds", "1", "experts", "8")), report);
        run("votes", new Arguments(List.of(), Map.of("clients", "4", "seconds", "3")), report);
        run("communities", new Arguments(List.of(), Map.of("communities", "30", "people", "300", "questions", "120",
            "seconds", "1")), report);
        run("crash", new Arguments(List.of(), Map.of("rounds", "2", "clients", "4", "seconds", "2")), report);
        report.put("benchmark", "smoke");
        report.put("seconds", (System.nanoTime() - start) / 1e9);
    }
}
