/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the expert finder is compared with: simple rankings of the authors of earlier answers. Independent of the suite's
 * own search.
 */
final class ExpertBaselines
{
    /** BM25's k1. */
    private static final double SATURATION = 1.2;

    /** BM25's b. */
    private static final double LENGTH = 0.75;

    /** The number of best answers that vote. */
    private static final int VOTES = 50;

    private static final double DAYS = 30;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final List<Answer> answers = new ArrayList<>();

    private final Map<String, Integer> documents = new HashMap<>();

    private long length;

    /** Adds an answer that is older than all questions to come. */
    void add(long author, Instant created, Set<String> tags, String text)
    {
        Map<String, Integer> words = words(text);
        words.keySet().forEach(word -> this.documents.merge(word, 1, Integer::sum));
        int size = words.values().stream().mapToInt(Integer::intValue).sum();
        this.length += size;
        this.answers.add(new Answer(author, created, tags, words, size));
    }

    private static Map<String, Integer> words(String text)
    {
        Map<String, Integer> words = new HashMap<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group)
            .forEach(word -> words.merge(word, 1, Integer::sum));
        return words;
    }

    /**
     * @param at when the question was asked
     * @param text the question
     * @param tags its tags
     * @return by name of the ranking, the score of each author of an answer
     */
    Map<String, Map<Long, Double>> scores(Instant at, String text, Set<String> tags)
    {
        Map<Long, Double> popularity = new HashMap<>();
        Map<Long, Double> recency = new HashMap<>();
        this.answers.forEach(answer -> {
            popularity.merge(answer.author(), 1.0, Double::sum);
            double days = Duration.between(answer.created(), at).toMillis() / 86_400_000.0;
            recency.merge(answer.author(), Math.exp(-days / DAYS), Double::sum);
        });
        Map<Long, Double> votes = votes(text);
        Map<Long, Double> profile = profile(tags);
        Map<Long, Double> mix = new HashMap<>();
        popularity.keySet().forEach(author -> mix.put(author, 0.5 * part(votes, author) + 0.5 * part(profile, author)
            + part(recency, author)));
        Map<String, Map<Long, Double>> scores = new LinkedHashMap<>();
        scores.put("popularity", popularity);
        scores.put("recency", recency);
        scores.put("bm25", votes);
        scores.put("mix", mix);
        return scores;
    }

    private static double part(Map<Long, Double> scores, Long author)
    {
        double most = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return most > 0 ? scores.getOrDefault(author, 0.0) / most : 0;
    }

    private Map<Long, Double> votes(String text)
    {
        Set<String> query = new HashSet<>(words(text).keySet());
        double average = (double) this.length / Math.max(1, this.answers.size());
        Map<Long, Double> votes = new HashMap<>();
        this.answers.stream().map(answer -> Map.entry(answer.author(), bm25(answer, query, average)))
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).limit(VOTES)
            .forEach(vote -> votes.merge(vote.getKey(), vote.getValue(), Double::sum));
        return votes;
    }

    private double bm25(Answer answer, Set<String> query, double average)
    {
        double score = 0;
        for (Map.Entry<String, Integer> word : answer.words().entrySet()) {
            if (query.contains(word.getKey())) {
                int known = this.documents.get(word.getKey());
                double rarity = Math.log1p((this.answers.size() - known + 0.5) / (known + 0.5));
                score += rarity * word.getValue() * (SATURATION + 1)
                    / (word.getValue() + SATURATION * (1 - LENGTH + LENGTH * answer.size() / average));
            }
        }
        return score;
    }

    private Map<Long, Double> profile(Set<String> tags)
    {
        Map<Long, Double> profile = new HashMap<>();
        for (String tag : tags) {
            Map<Long, Integer> counts = new HashMap<>();
            this.answers.stream().filter(answer -> answer.tags().contains(tag))
                .forEach(answer -> counts.merge(answer.author(), 1, Integer::sum));
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            counts.forEach((author, count) -> profile.merge(author,
                Math.log1p(count) * Math.log1p((double) this.answers.size() / all), Double::sum));
        }
        return profile;
    }

    /**
     * An earlier answer.
     *
     * @param author its author
     * @param created when it was written
     * @param tags the tags of its question
     * @param words the words of question and answer with their frequencies
     * @param size the number of words
     */
    private record Answer(long author, Instant created, Set<String> tags, Map<String, Integer> words, int size)
    {
    }
}
