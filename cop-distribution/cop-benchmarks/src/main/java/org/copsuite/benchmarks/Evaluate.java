/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.copsuite.CopException;
import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.StartException;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.transfer.StackExchangeImport;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.slf4j.LoggerFactory;

/** Measures how well the suite finds related questions, on a data dump. */
public final class Evaluate
{
    private static final int DEPTH = 10;

    private static final int FAILED = 1;

    private static final int MISUSED = 2;

    private Evaluate()
    {
    }

    /**
     * @param arguments {@code related DIR}: DIR is the folder of a Stack Exchange dump; {@code --data FOLDER} keeps the
     *            wiki into which the dump is imported, so that the next run imports nothing
     */
    public static void main(String[] arguments)
    {
        System.exit(run(Arrays.asList(arguments), System.out, System.err));
    }

    /**
     * Runs the evaluation.
     *
     * @param arguments the arguments as typed
     * @param out receives the table
     * @param err receives one sentence if nothing can be measured
     * @return the exit status: 0 after a measurement, 1 if the dump or the wiki cannot be used, 2 for wrong arguments
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err)
    {
        try {
            Arguments line = Arguments.of(arguments, Set.of("data"));
            if (line.words().size() != 2 || !"related".equals(line.words().get(0))) {
                throw new IllegalArgumentException(
                    "Usage: cop evaluate related DIR [--data FOLDER], where DIR is the folder of a Stack Exchange dump.");
            }
            Path dump = Path.of(line.words().get(1));
            Path kept = line.folder("data");
            related(dump, kept, out).end();
            return 0;
        } catch (IllegalArgumentException e) {
            return refuse(err, e, MISUSED);
        } catch (UnusableDumpException | StartException e) {
            return refuse(err, e, FAILED);
        } catch (IOException | UncheckedIOException e) {
            return refuse(err, new IOException("The dump cannot be imported: " + e.getMessage() + ".", e), FAILED);
        } catch (Exception e) {
            e.printStackTrace(err);
            return FAILED;
        }
    }

    private static int refuse(PrintStream err, Exception reason, int status)
    {
        LoggerFactory.getLogger(Evaluate.class).debug("Nothing was measured.", reason);
        err.println("cop: " + reason.getMessage());
        return status;
    }

    /**
     * Measures related questions: each question that links to another one of the dump is a query, all other questions
     * are the corpus, and the linked questions are the relevant ones. A guest queries through the suite's own search,
     * in three ways: as the question's page does, as the form does while a question is written, and with the title
     * alone.
     *
     * @param dump the dump's folder
     * @param kept the wiki's folder, {@code null} for a temporary one that is deleted afterwards
     * @param out receives the table
     * @return nDCG@10 and R@10 with standard errors
     * @throws UnusableDumpException if the folder is not a dump, or the dump has no links
     */
    static Report related(Path dump, Path kept, PrintStream out) throws Exception
    {
        Report report = new Report(out, "related");
        DumpQuestions questions = DumpQuestions.read(dump);
        try (Scratch scratch = new Scratch();
            CopServer wiki = CopServer.open(WikiOptions.at(kept == null ? scratch.folder() : kept)))
        {
            StackExchangeImport importer = wiki.get(StackExchangeImport.class);
            if (kept == null || isNew(wiki)) {
                importDump(wiki, importer, dump);
            }
            if (!wiki.get(LedgerConsumers.class).await(Duration.ofMinutes(10))) {
                throw new IllegalStateException("The index did not process all entries within 10 minutes.");
            }
            DumpPosts posts = number -> importer.post(dump, number);
            Map<Long, Set<Long>> queries = imported(wiki, questions, posts);
            if (queries.isEmpty()) {
                throw new UnusableDumpException("No question of " + dump
                    + " that links to another one is in the wiki: there is nothing to measure.");
            }
            Path name = dump.toAbsolutePath().normalize().getFileName();
            report.say("%-28s %8s %8s %18s %18s %10s", name, "queries", "corpus", "nDCG@10", "R@10", "median ms");
            report.put("dump", name.toString());
            report.put("queries", queries.size());
            report.put("corpus", questions.numbers().size());
            for (Way way : Way.values()) {
                measure(report, way, wiki, queries, posts);
            }
        }
        return report;
    }

    private static void importDump(CopServer wiki, StackExchangeImport importer, Path dump)
        throws IOException, UnusableDumpException
    {
        try {
            importer.run(new StackExchangeImport.Order(WikiOptions.WIKI, wiki.get(People.class).service(), dump, null,
                null), new SilentProgress());
        } catch (CopException e) {
            throw new UnusableDumpException(
                wiki.get(Texts.class).text(Locale.ENGLISH, e.getText().key(), e.getText().arguments()), e);
        }
    }

    /**
     * Restricts the links to questions that exist in the wiki, since the import skips rows that it cannot use.
     *
     * @return the numbers of the linked questions by number of the linking question
     */
    private static Map<Long, Set<Long>> imported(CopServer wiki, DumpQuestions questions, DumpPosts posts)
    {
        Set<Long> numbers = new HashSet<>(questions.linked().keySet());
        questions.linked().values().forEach(numbers::addAll);
        Map<Long, PostId> ids = new HashMap<>();
        numbers.forEach(number -> ids.put(number, posts.post(number)));
        Set<PostId> there = wiki.get(QuestionQueries.class).summaries(UserId.GUEST, WikiOptions.WIKI, ids.values()).keySet();
        Map<Long, Set<Long>> links = new TreeMap<>();
        questions.linked().forEach((from, targets) -> {
            Set<Long> found = new HashSet<>(targets);
            found.removeIf(number -> !there.contains(ids.get(number)));
            if (!found.isEmpty() && there.contains(ids.get(from))) {
                links.put(from, found);
            }
        });
        return links;
    }

    private static boolean isNew(CopServer wiki)
    {
        return wiki.get(QuestionQueries.class).tags(UserId.GUEST, WikiOptions.WIKI, null, "", 1).isEmpty();
    }

    private static void measure(Report report, Way way, CopServer wiki, Map<Long, Set<Long>> queries,
        DumpPosts posts) throws Exception
    {
        double[] gains = new double[queries.size()];
        double[] recalls = new double[queries.size()];
        List<Long> times = new ArrayList<>();
        int i = 0;
        for (Map.Entry<Long, Set<Long>> query : queries.entrySet()) {
            PostId self = posts.post(query.getKey());
            Set<PostId> gold = new HashSet<>();
            for (Long number : query.getValue()) {
                gold.add(posts.post(number));
            }
            Draft draft = draft(way, wiki, self);
            long start = System.nanoTime();
            List<PostId> found = wiki.get(SearchService.class).related(UserId.GUEST, draft, DEPTH).stream()
                .map(QuestionSummary::id).toList();
            times.add(System.nanoTime() - start);
            gains[i] = Ranking.ndcg(found, gold, DEPTH);
            recalls[i] = Ranking.recall(found, gold, DEPTH);
            i++;
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        print(report, way, gains, recalls, sorted[sorted.length / 2] / 1e6);
    }

    private static Draft draft(Way way, CopServer wiki, PostId question) throws Exception
    {
        if (way == Way.PAGE) {
            return wiki.get(SearchService.class).draft(UserId.GUEST, WikiOptions.WIKI, question);
        }
        QuestionView view = wiki.get(QuestionQueries.class).question(UserId.GUEST, question, ThreadQuery.of(AnswerOrder.SCORE));
        boolean whole = way == Way.FORM;
        return new Draft(WikiOptions.WIKI, view.summary().title(), whole ? view.post().body() : "",
            whole ? view.summary().tags() : List.of(), null, Set.of(question));
    }

    private static void print(Report report, Way way, double[] gains, double[] recalls, double milliseconds)
    {
        report.say("%-28s %8d %8s %10.3f +- %.3f %10.3f +- %.3f %10.1f", way.label, gains.length, "",
            Ranking.mean(gains), Ranking.standardError(gains), Ranking.mean(recalls), Ranking.standardError(recalls),
            milliseconds);
        report.put(way.key + "Ndcg10", Ranking.mean(gains));
        report.put(way.key + "Ndcg10StandardError", Ranking.standardError(gains));
        report.put(way.key + "R10", Ranking.mean(recalls));
        report.put(way.key + "R10StandardError", Ranking.standardError(recalls));
        report.put(way.key + "MedianMilliseconds", milliseconds);
    }

    /** How a query is built. */
    private enum Way
    {
        PAGE("page", "as the question's page asks"), FORM("form", "as the form asks"),
        TITLE("title", "with the title alone");

        private final String key;

        private final String label;

        Way(String key, String label)
        {
            this.key = key;
            this.label = label;
        }
    }

    /** Maps the numbers of a dump's posts to the ids of the posts in the wiki. */
    private interface DumpPosts
    {
        PostId post(long number);
    }

    /** Ignores the progress of the import. */
    static final class SilentProgress implements StackExchangeImport.Progress
    {
        @Override
        public void at(String step, double done)
        {
            // Nobody watches the progress.
        }

        @Override
        public void skipped(String file, long line, String reason)
        {
            // Nobody watches the progress.
        }
    }
}
