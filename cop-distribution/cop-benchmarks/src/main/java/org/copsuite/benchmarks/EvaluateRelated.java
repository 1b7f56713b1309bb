/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.wiki.UserId;

/** Measures how well the suite finds related questions, on a dump that says which ones are linked. */
final class EvaluateRelated
{
    private static final int DEPTH = 10;

    private EvaluateRelated()
    {
    }

    /**
     * Measures related questions: each question that links to another one of the dump is a query, all other questions
     * are the corpus, and the linked questions are the relevant ones. A guest queries through the suite's own search,
     * in three ways: as the question's page does, as the form does while a question is written, and with the title
     * alone.
     *
     * @param dump the dump's folder
     * @param kept the wiki's folder, {@code null} for a temporary one that is deleted afterwards
     * @param encoder whether to measure with the encoder too
     * @param out receives the table
     * @return nDCG@10 and R@10 with standard errors
     * @throws UnusableDumpException if the folder is not a dump, or the dump has no links
     */
    static Report related(Path dump, Path kept, boolean encoder, PrintStream out) throws Exception
    {
        Report report = new Report(out, "related");
        DumpQuestions questions = DumpQuestions.read(dump);
        try (DumpWiki wiki = new DumpWiki(dump, kept)) {
            if (encoder) {
                wiki.encoder().require();
            }
            Map<Long, Set<Long>> queries = imported(wiki, questions);
            if (queries.isEmpty()) {
                throw new UnusableDumpException("No question of " + dump
                    + " that links to another one is in the wiki: there is nothing to measure.");
            }
            report.say("%-34s %8s %8s %18s %18s %10s %8s", wiki.name(), "queries", "corpus", "nDCG@10", "R@10",
                "median ms", encoder ? "p" : "");
            report.put("dump", wiki.name());
            report.put("queries", queries.size());
            report.put("corpus", questions.numbers().size());
            Map<Way, double[]> words = new EnumMap<>(Way.class);
            for (Way way : Way.values()) {
                words.put(way, measure(report, way, wiki, queries, null));
            }
            if (encoder) {
                wiki.encoder().on(report);
                for (Way way : Way.values()) {
                    measure(report, way, wiki, queries, words.get(way));
                }
            }
        }
        return report;
    }

    /**
     * Restricts the links to questions that exist in the wiki, since the import skips rows that it cannot use.
     *
     * @return the numbers of the linked questions by number of the linking question
     */
    private static Map<Long, Set<Long>> imported(DumpWiki wiki, DumpQuestions questions)
    {
        Set<Long> numbers = new HashSet<>(questions.linked().keySet());
        questions.linked().values().forEach(numbers::addAll);
        Map<Long, PostId> ids = new HashMap<>();
        numbers.forEach(number -> ids.put(number, wiki.post(number)));
        Set<PostId> there =
            wiki.wiki().get(QuestionQueries.class).summaries(UserId.GUEST, WikiOptions.WIKI, ids.values()).keySet();
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

    /**
     * @param words the gains of the words alone; {@code null} if they are measured now
     * @return the gain of each query
     */
    private static double[] measure(Report report, Way way, DumpWiki wiki, Map<Long, Set<Long>> queries, double[] words)
        throws Exception
    {
        double[] gains = new double[queries.size()];
        double[] recalls = new double[queries.size()];
        List<Long> times = new ArrayList<>();
        int i = 0;
        for (Map.Entry<Long, Set<Long>> query : queries.entrySet()) {
            PostId self = wiki.post(query.getKey());
            Set<PostId> gold = new HashSet<>();
            for (Long number : query.getValue()) {
                gold.add(wiki.post(number));
            }
            Draft draft = draft(way, wiki.wiki(), self);
            long start = System.nanoTime();
            List<PostId> found = wiki.wiki().get(SearchService.class).related(UserId.GUEST, draft, DEPTH).stream()
                .map(QuestionSummary::id).toList();
            times.add(System.nanoTime() - start);
            gains[i] = Ranking.ndcg(found, gold, DEPTH);
            recalls[i] = Ranking.recall(found, gold, DEPTH);
            i++;
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        report.put((words == null ? way.key : way.key + "Encoder") + "P95Milliseconds", sorted[sorted.length * 95 / 100] / 1e6);
        print(report, way, gains, recalls, sorted[sorted.length / 2] / 1e6, words);
        return gains;
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

    private static void print(Report report, Way way, double[] gains, double[] recalls, double milliseconds,
        double[] words)
    {
        String key = words == null ? way.key : way.key + "Encoder";
        String chance = words == null ? "" : String.format(Locale.ROOT, "%.4f", Ranking.pairedTest(words, gains));
        report.say("%-34s %8d %8s %10.3f +- %.3f %10.3f +- %.3f %10.1f %8s",
            words == null ? way.label : way.label + ", encoder", gains.length, "", Ranking.mean(gains),
            Ranking.standardError(gains), Ranking.mean(recalls), Ranking.standardError(recalls), milliseconds, chance);
        report.put(key + "Ndcg10", Ranking.mean(gains));
        report.put(key + "Ndcg10StandardError", Ranking.standardError(gains));
        report.put(key + "R10", Ranking.mean(recalls));
        report.put(key + "R10StandardError", Ranking.standardError(recalls));
        report.put(key + "MedianMilliseconds", milliseconds);
        if (words != null) {
            report.put(key + "P", chance);
        }
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
}
