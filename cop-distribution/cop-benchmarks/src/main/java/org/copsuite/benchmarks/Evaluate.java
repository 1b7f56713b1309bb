/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.knowledge.Knowledge;
import org.copsuite.knowledge.Knowledge.Draft;
import org.copsuite.ledger.Followers;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.transfer.StackExchangeImport;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;

/** Measures how good the suite finds what belongs together, on a data dump. */
public final class Evaluate
{
    private static final int DEPTH = 10;

    private Evaluate()
    {
    }

    /** @param arguments {@code related DIR}: DIR is the folder of a Stack Exchange dump */
    public static void main(String[] arguments)
    {
        Arguments line = Arguments.of(Arrays.asList(arguments), Set.of());
        if (line.words().size() != 2 || !"related".equals(line.words().get(0))
            || !Files.isDirectory(Path.of(line.words().get(1))))
        {
            System.err.println("cop evaluate related DIR    DIR: the folder of a Stack Exchange dump");
            System.exit(2);
        }
        int status = 1;
        try {
            related(Path.of(line.words().get(1)), System.out).end();
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    /**
     * Related questions: each question that links to another one of the dump is a query, all other questions are the
     * corpus; those that it links to are to be found. As a guest sees them, through the suite's own search.
     *
     * @param dump the dump's folder
     * @param out where the table goes
     * @return nDCG@10 and R@10 with standard errors
     */
    static Report related(Path dump, PrintStream out) throws Exception
    {
        Report report = new Report(out, "related");
        DumpQuestions questions = DumpQuestions.read(dump);
        Map<Long, Set<Long>> queries = questions.linked();
        double[] gains = new double[queries.size()];
        double[] recalls = new double[queries.size()];
        List<Long> times = new ArrayList<>();
        try (Scratch scratch = new Scratch(); CopServer wiki = CopServer.open(WikiOptions.at(scratch.folder()))) {
            StackExchangeImport importer = wiki.get(StackExchangeImport.class);
            importer.run(new StackExchangeImport.Order(WikiOptions.WIKI, wiki.get(People.class).service(), dump, null,
                null), new SilentProgress());
            if (!wiki.get(Followers.class).await(Duration.ofMinutes(10))) {
                throw new IllegalStateException("The index did not follow.");
            }
            int i = 0;
            for (Map.Entry<Long, Set<Long>> query : queries.entrySet()) {
                PostId self = importer.post(dump, query.getKey());
                Set<PostId> gold = new HashSet<>();
                query.getValue().forEach(number -> gold.add(importer.post(dump, number)));
                QuestionView view = wiki.get(QuestionQueries.class).question(UserId.GUEST, self, AnswerOrder.SCORE);
                long start = System.nanoTime();
                List<PostId> found = wiki.get(Knowledge.class)
                    .related(UserId.GUEST, new Draft(WikiOptions.WIKI, view.summary().title(), view.post().body(),
                        view.summary().tags(), null, Set.of(self)), DEPTH)
                    .stream().map(hit -> hit.question().id()).toList();
                times.add(System.nanoTime() - start);
                gains[i] = Ranking.ndcg(found, gold, DEPTH);
                recalls[i] = Ranking.recall(found, gold, DEPTH);
                i++;
            }
        }
        print(report, dump, queries.size(), questions.numbers().size(), gains, recalls);
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        report.put("medianMilliseconds", sorted[sorted.length / 2] / 1e6);
        return report;
    }

    private static void print(Report report, Path dump, int queries, int corpus, double[] gains, double[] recalls)
    {
        report.say("%-28s %8s %8s %18s %18s", "related questions", "queries", "corpus", "nDCG@10", "R@10");
        report.say("%-28s %8d %8d %10.3f +- %.3f %10.3f +- %.3f", dump.getFileName(), queries, corpus,
            Ranking.mean(gains), Ranking.standardError(gains), Ranking.mean(recalls), Ranking.standardError(recalls));
        report.put("dump", dump.getFileName().toString());
        report.put("queries", queries);
        report.put("corpus", corpus);
        report.put("ndcg10", Ranking.mean(gains));
        report.put("ndcg10StandardError", Ranking.standardError(gains));
        report.put("r10", Ranking.mean(recalls));
        report.put("r10StandardError", Ranking.standardError(recalls));
    }

    /** Nobody looks. */
    static final class SilentProgress implements StackExchangeImport.Progress
    {
        @Override
        public void at(String step, double done)
        {
            // Nobody looks.
        }

        @Override
        public void skipped(String file, long line, String reason)
        {
            // Nobody looks.
        }
    }
}
