/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words of a draft by which similar posts are found, each with its weight.
 * <p>
 * As Lucene's MoreLikeThis, the words with the highest weight times inverse document frequency (BM25's: Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework", 2009) are taken; unlike it, a word of the title weighs
 * {@value #TITLE_WEIGHT} and a word of the body the square root of its count, so that a long body does not drown the
 * title. The weights were chosen on the two Stack Exchange dumps named in docs/developer; {@code ./cop evaluate related}
 * measures them.
 *
 * @param words what to look for, heaviest first
 * @param telling those of them, of two letters at least, that are not in every third post: sharing one means something
 */
record DraftTerms(List<Word> words, List<Word> telling)
{
    /** How many words are looked for: beyond these the figures of both dumps no longer improve. */
    static final int MOST = 60;

    /** How many words more are looked for that no text has which everybody may view: private ones may have them. */
    static final int UNKNOWN = 20;

    /** How many words are asked for their frequency: the most frequent of the draft, all of its title. */
    static final int CANDIDATES = 300;

    private static final double TITLE_WEIGHT = 2;

    /** In a small wiki, a word that two posts have tells something though those are a third of all. */
    private static final int FEW = 2;

    /**
     * Weighs the words of a draft.
     *
     * @param title plain text
     * @param body plain text
     * @return words by weight, at most {@link #CANDIDATES}
     */
    static Map<String, Double> weigh(String title, String body)
    {
        Map<String, Double> weights = new LinkedHashMap<>();
        new TermBag().add(title).counts().keySet().forEach(word -> weights.put(word, TITLE_WEIGHT));
        new TermBag().add(body).counts().forEach((word, count) -> weights.merge(word, Math.sqrt(count), Double::sum));
        return weights.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())).limit(CANDIDATES)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /**
     * Chooses. What private texts hold changes nothing of it.
     *
     * @param weights words by weight
     * @param counts how common they are
     * @return the words to look for
     */
    static DraftTerms choose(Map<String, Double> weights, WordStatistics.Counts counts)
    {
        List<Word> known = new ArrayList<>();
        List<Word> unknown = new ArrayList<>();
        weights.forEach((word, weight) -> (counts.frequency(word) > 0 ? known : unknown)
            .add(new Word(word, weight, counts.frequency(word), weight * counts.weight(word))));
        List<Word> chosen = new ArrayList<>(worthiest(known, MOST));
        chosen.addAll(worthiest(unknown, counts.documents() == 0 ? MOST : UNKNOWN));
        long common = Math.max(FEW, counts.documents() / 3);
        return new DraftTerms(List.copyOf(chosen), chosen.stream()
            .filter(word -> word.frequency() <= common && word.text().length() > 1).toList());
    }

    private static List<Word> worthiest(List<Word> words, int most)
    {
        return words.stream().sorted(Comparator.comparingDouble(Word::worth).reversed()).limit(most).toList();
    }

    /** @return whether no document has any of the words */
    boolean isEmpty()
    {
        return this.words.isEmpty();
    }

    /**
     * A word.
     *
     * @param text as it stands in the index
     * @param weight how much it counts
     * @param frequency in how many documents it occurs that everybody may view
     * @param worth its weight times its inverse document frequency
     */
    record Word(String text, double weight, long frequency, double worth)
    {
    }
}
