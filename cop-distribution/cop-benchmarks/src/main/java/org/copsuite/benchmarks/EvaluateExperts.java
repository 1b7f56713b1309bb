/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Tags;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.question.PostImport;
import org.copsuite.question.PostImport.Batch;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;

/**
 * Measures the expert finder, rolling in time: for each question the wiki holds only the posts before it, and the person
 * whose answer was accepted is to stand high among the people who had answered twice or more.
 */
final class EvaluateExperts
{
    private static final String FINDER = "finder";

    private static final int FOUND = 50;

    private static final int RECALL = 5;

    private static final int GAIN = 3;

    private static final String SOURCE = "imported:evaluation/";

    private final DumpWiki dump;

    private final CopServer wiki;

    private final CommunityId community;

    private final ExpertBaselines baselines = new ExpertBaselines();

    private final Set<Long> known = new HashSet<>();

    private EvaluateExperts(DumpWiki dump, CopServer wiki) throws CopException
    {
        this.dump = dump;
        this.wiki = wiki;
        this.community = wiki.get(CommunityService.class).found(wiki.get(People.class).service(),
            new CommunityDraft(new CommunityId(UUID.randomUUID()), WikiOptions.WIKI, "Evaluation", "Measures experts.",
                List.of(), Visibility.OPEN)).id();
    }

    /**
     * Measures the finder beside popularity, recency, votes of BM25 and their mix.
     *
     * @param dumps folders of Stack Exchange dumps; more than one are also pooled
     * @param runs the folder that receives the rankings in TREC's format; {@code null} for none
     * @param out receives the table
     * @return the measures
     * @throws UnusableDumpException if a folder is not a dump, or has no question to measure
     */
    static Report experts(List<Path> dumps, Path runs, PrintStream out) throws Exception
    {
        Report report = new Report(out, "experts");
        Map<String, List<Ranked>> pooled = new LinkedHashMap<>();
        for (Path dump : dumps) {
            DumpAnswers posts = DumpAnswers.read(dump);
            List<DumpAnswers.Case> cases = posts.cases();
            if (cases.isEmpty()) {
                throw new UnusableDumpException("No question of " + dump + " has an accepted answer by somebody who had "
                    + "answered twice before, among ten such people: there is nothing to measure.");
            }
            Map<String, List<Ranked>> rankings;
            try (DumpWiki imported = new DumpWiki(dump, null);
                Scratch scratch = new Scratch();
                CopServer wiki = CopServer.open(WikiOptions.at(scratch.folder())))
            {
                rankings = new EvaluateExperts(imported, wiki).run(posts, cases);
            }
            String name = DumpWiki.name(dump);
            print(report, name, rankings);
            rankings.forEach((ranker, some) -> pooled.computeIfAbsent(ranker, key -> new ArrayList<>()).addAll(some));
            if (runs != null) {
                write(runs, name, rankings);
            }
        }
        if (dumps.size() > 1) {
            print(report, "pooled", pooled);
        }
        return report;
    }

    private Map<String, List<Ranked>> run(DumpAnswers posts, List<DumpAnswers.Case> cases) throws Exception
    {
        Map<String, List<Ranked>> rankings = new LinkedHashMap<>();
        int next = 0;
        for (DumpAnswers.Case one : cases) {
            int end = next;
            while (posts.posts().get(end).created().isBefore(one.question().created())) {
                end++;
            }
            write(posts.posts().subList(next, end));
            next = end;
            rank(one).forEach(
                (ranker, ranked) -> rankings.computeIfAbsent(ranker, key -> new ArrayList<>()).add(ranked));
        }
        return rankings;
    }

    /** Copies posts from the imported dump into the wiki that holds only the past. */
    private void write(List<DumpAnswers.Post> posts) throws Exception
    {
        List<PostImport.Question> questions = new ArrayList<>();
        List<PostImport.Answer> answers = new ArrayList<>();
        List<Imported> people = new ArrayList<>();
        for (DumpAnswers.Post post : posts) {
            Optional<Source> source = source(post.id());
            if (source.isEmpty() || post.owner() == null) {
                continue;
            }
            if (this.known.add(post.owner())) {
                people.add(new Imported(person(post.owner()), "Person " + post.owner(), "", post.created(), null));
            }
            UUID id = this.dump.post(post.id()).value();
            if (post.isQuestion()) {
                questions.add(new PostImport.Question(id, person(post.owner()), post.created(), null, source.get().title(),
                    source.get().body(), source.get().tags(), List.of(), 0, null));
            } else if (post.question() != null) {
                Optional<Source> asked = source(post.question());
                answers.add(new PostImport.Answer(id, this.dump.post(post.question()).value(), person(post.owner()),
                    post.created(), null, source.get().body(), List.of(), null));
                this.baselines.add(post.owner(), post.created(), asked.map(Source::tags).map(Set::copyOf).orElse(Set.of()),
                    asked.map(Source::text).orElse("") + ' ' + source.get().body());
            }
        }
        this.wiki.get(Persons.class).addImported(WikiOptions.WIKI, people);
        this.wiki.get(PostImport.class).write(WikiOptions.WIKI, this.community,
            new Batch(questions, answers, List.of(), List.of(), List.of()));
        DumpWiki.await(this.wiki);
    }

    private static UserId person(long number)
    {
        return new UserId(SOURCE + number);
    }

    /** @return the text of a post as it was imported; empty if the import skipped it */
    private Optional<Source> source(long number) throws CopException
    {
        QuestionQueries queries = this.dump.wiki().get(QuestionQueries.class);
        try {
            QuestionQueries.PostRef post = queries.find(UserId.GUEST, this.dump.post(number));
            QuestionSummary question =
                queries.summaries(UserId.GUEST, WikiOptions.WIKI, Set.of(post.question())).get(post.question());
            return this.dump.wiki().get(Pages.class).load(post.page()).filter(page -> question != null)
                .map(page -> source(page, question));
        } catch (CopException e) {
            if (e.getKind() == CopException.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Source source(Page page, QuestionSummary question)
    {
        return new Source(question.title(), page.content(), question.tags());
    }

    private Map<String, Ranked> rank(DumpAnswers.Case one) throws CopException
    {
        Source question = source(one.question().id()).orElseThrow();
        Draft draft = new Draft(WikiOptions.WIKI, question.title(), question.body(), question.tags(), this.community,
            Set.of());
        Map<Long, Double> found = new HashMap<>();
        long start = System.nanoTime();
        List<ExpertiseService.Expert> experts =
            this.wiki.get(ExpertiseService.class).byText(UserId.GUEST, draft, FOUND);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        experts.forEach(expert -> found.put(
            Long.valueOf(expert.person().id().value().substring(SOURCE.length())), expert.score()));
        Map<String, Ranked> rankings = new LinkedHashMap<>();
        rankings.put(FINDER, Ranked.of(one, found, milliseconds));
        this.baselines.scores(one.question().created(), question.text(), Set.copyOf(question.tags()))
            .forEach((ranker, scores) -> rankings.put(ranker, Ranked.of(one, scores, 0)));
        return rankings;
    }

    private static void print(Report report, String name, Map<String, List<Ranked>> rankings)
    {
        List<Ranked> finder = rankings.get(FINDER);
        report.say("%-28s %8s %16s %8s %8s %8s %10s", name, "queries", "MRR", "P@1", "R@5", "nDCG@3", "p (MRR)");
        report.put(name + ".queries", finder.size());
        rankings.forEach((ranker, ranked) -> {
            double[] reciprocal = ranked.stream().mapToDouble(Ranked::reciprocalRank).toArray();
            double first = Ranking.mean(ranked.stream().mapToDouble(one -> one.isWithin(1) ? 1 : 0).toArray());
            double recall = Ranking.mean(ranked.stream().mapToDouble(one -> one.isWithin(RECALL) ? 1 : 0).toArray());
            double gain = Ranking.mean(
                ranked.stream().mapToDouble(one -> Ranking.ndcg(one.people(), Set.of(one.gold()), GAIN)).toArray());
            double chance = FINDER.equals(ranker) ? Double.NaN
                : Ranking.pairedTest(finder.stream().mapToDouble(Ranked::reciprocalRank).toArray(), reciprocal);
            report.say("%-28s %8d %8.3f +- %.3f %8.3f %8.3f %8.3f %10s", ranker, ranked.size(), Ranking.mean(reciprocal),
                Ranking.standardError(reciprocal), first, recall, gain,
                FINDER.equals(ranker) ? "" : String.format(Locale.ROOT, "%.4f", chance));
            report.put(name + '.' + ranker + ".mrr", Ranking.mean(reciprocal));
            report.put(name + '.' + ranker + ".mrrStandardError", Ranking.standardError(reciprocal));
            report.put(name + '.' + ranker + ".p1", first);
            report.put(name + '.' + ranker + ".r5", recall);
            report.put(name + '.' + ranker + ".ndcg3", gain);
            if (!FINDER.equals(ranker)) {
                report.put(name + '.' + ranker + ".p", String.format(Locale.ROOT, "%.4f", chance));
            }
        });
        double[] times = finder.stream().mapToDouble(Ranked::milliseconds).sorted().toArray();
        report.say("%-28s %8.1f ms", "median of the finder", times[times.length / 2]);
        report.put(name + ".finderMedianMilliseconds", times[times.length / 2]);
    }

    /** Writes rankings and relevant people as TREC's tools read them. */
    private static void write(Path runs, String name, Map<String, List<Ranked>> rankings) throws IOException
    {
        Files.createDirectories(runs);
        StringBuilder relevant = new StringBuilder();
        rankings.get(FINDER).forEach(
            one -> relevant.append(String.format(Locale.ROOT, "%d 0 %d 1%n", one.question(), one.gold())));
        Files.writeString(runs.resolve(name + ".qrels"), relevant, StandardCharsets.UTF_8);
        for (Map.Entry<String, List<Ranked>> ranking : rankings.entrySet()) {
            StringBuilder lines = new StringBuilder();
            for (Ranked one : ranking.getValue()) {
                for (int i = 0; i < one.people().size(); i++) {
                    Long person = one.people().get(i);
                    lines.append(String.format(Locale.ROOT, "%d Q0 %d %d %.6f %s%n", one.question(), person, i + 1,
                        one.scores().get(person), ranking.getKey()));
                }
            }
            Files.writeString(runs.resolve(name + '-' + ranking.getKey() + ".run"), lines, StandardCharsets.UTF_8);
        }
    }

    /**
     * The text of a post.
     *
     * @param title the title of the question
     * @param body its own text, xwiki/2.1
     * @param tags the tags of the question
     */
    private record Source(String title, String body, List<String> tags)
    {
        /** Copies the tags. */
        Source
        {
            tags = Tags.normalise(tags);
        }

        String text()
        {
            return this.title + ' ' + this.body;
        }
    }

    /**
     * The ranking of the candidates for one question.
     *
     * @param question the number of the question
     * @param gold the person whose answer is accepted
     * @param people the candidates with a score, best first; those without one are not ranked
     * @param scores their scores
     * @param milliseconds how long it took
     */
    private record Ranked(Long question, Long gold, List<Long> people, Map<Long, Double> scores, double milliseconds)
    {
        static Ranked of(DumpAnswers.Case one, Map<Long, Double> scores, double milliseconds)
        {
            List<Long> people = one.candidates().stream().filter(person -> scores.getOrDefault(person, 0.0) > 0)
                .sorted(Comparator.comparing((Long person) -> -scores.get(person)).thenComparing(person -> person))
                .toList();
            return new Ranked(one.question().id(), one.gold(), people, scores, milliseconds);
        }

        double reciprocalRank()
        {
            int place = this.people.indexOf(this.gold);
            return place < 0 ? 0 : 1.0 / (place + 1);
        }

        boolean isWithin(int depth)
        {
            return this.people.stream().limit(depth).anyMatch(this.gold::equals);
        }
    }
}
