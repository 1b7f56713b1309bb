/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words of a draft that find similar posts, with their weights.
 * <p>
 * As in Lucene's MoreLikeThis, the words with the highest product of weight and inverse document frequency are chosen
 * (the frequency of BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). Unlike there, a word
 * of the title weighs {@value #TITLE_WEIGHT} and a word of the body the square root of its count, so that a long body
 * does not outweigh the title. The weights were chosen on the two Stack Exchange dumps named in docs/developer;
 * {@code ./cop evaluate related} measures them.
 *
 * @param words the words to search for, highest weight first
 * @param telling the significant words among them: at least two letters long and in at most a third of the posts
 */
record DraftTerms(List<Word> words, List<Word> telling)
{
    /** The maximum number of known words: more words do not improve the figures of either dump. */
    static final int MOST = 60;

    /**
     * The maximum number of further words that occur in no text that everybody may view: private texts may contain
     * them.
     */
    static final int UNKNOWN = 20;

    /**
     * The maximum number of words whose frequency is queried: those with the highest weight. The words of the title
     * are practically always among them.
     */
    static final int CANDIDATES = 300;

    private static final double TITLE_WEIGHT = 2;

    /** In a small wiki, a word in two posts is significant even if they are more than a third of all posts. */
    private static final int FEW = 2;

    /**
     * Weighs the words of a draft.
     *
     * @param title the title, plain text
     * @param body the body, plain text
     * @return the words with their weights, highest weight first, at most {@link #CANDIDATES}
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
     * Chooses the words to search for. The choice does not depend on private texts.
     *
     * @param weights the words with their weights
     * @param counts the document frequencies
     * @return the words to search for
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

    /** @return whether there are no words to search for */
    boolean isEmpty()
    {
        return this.words.isEmpty();
    }

    /**
     * A word.
     *
     * @param text the word as the index holds it
     * @param weight the weight in the draft
     * @param frequency the number of documents with the word that everybody may view
     * @param worth the weight times the inverse document frequency
     */
    record Word(String text, double weight, long frequency, double worth)
    {
    }
}
