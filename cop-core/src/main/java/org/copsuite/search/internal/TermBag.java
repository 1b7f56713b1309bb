/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.copsuite.Tags;
import org.copsuite.search.IndexFields;

/** The words of one document, as its fields hold them. */
final class TermBag
{
    /**
     * A term that every document has in each field of words, so that its frequency is the number of documents. No text
     * contains it.
     */
    static final String EVERY = "*";

    /** Separates a word from its frequency. */
    private static final char BAR = '|';

    /** Precedes a reversed word; no word starts with it. */
    private static final char REVERSED = '<';

    /** The minimum frequency: a word in the longest text must score higher than a part or the start of a word. */
    private static final long LEAST = 5;

    /** The weight of the length in BM25 (b). */
    private static final double LENGTH = 0.75;

    /** The length of the shortest and the longest indexed start of a word; a search for a longer one expands it. */
    static final int SHORTEST_START = 4;

    static final int LONGEST_START = 12;

    /** The minimum length of a compound; shorter words are rarely compounds. */
    private static final int COMPOUND = 9;

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private final Set<String> more = new LinkedHashSet<>();

    private int length;

    /**
     * @param tag a tag
     * @return the term for the whole tag; no text contains it
     */
    static String tag(String tag)
    {
        return '=' + Tags.normalise(tag).orElse("");
    }

    /**
     * @param word a word
     * @return the term for the reversed word, stored among the parts: it finds a compound by its last part
     */
    static String reversed(String word)
    {
        return REVERSED + new StringBuilder(word).reverse().toString();
    }

    /**
     * Adds the words of a text.
     *
     * @param text plain text
     * @return this
     */
    TermBag add(String text)
    {
        Tokenizer.read(text, compound -> {
            compound.bases().forEach(this::count);
            this.more.addAll(compound.joined());
            this.more.addAll(compound.parts());
            return true;
        });
        return this;
    }

    /** Adds a word unchanged, without counting it for the length. */
    TermBag addWord(String word)
    {
        this.counts.merge(word, 1, Integer::sum);
        return this;
    }

    private void count(String word)
    {
        this.counts.merge(word, 1, Integer::sum);
        this.length++;
        if (word.length() >= COMPOUND && word.codePoints().allMatch(Character::isLetter)) {
            this.more.add(reversed(word));
        }
    }

    /** @return the different words with their counts, in order of first occurrence */
    Map<String, Integer> counts()
    {
        return this.counts;
    }

    /**
     * @param average the average number of words of such a text
     * @return the content of a field of counted words: BM25 frequencies, divided by the length
     */
    String counted(int average)
    {
        double length = (double) this.length / average;
        double unit = IndexFields.UNIT / (1 - LENGTH + LENGTH * length);
        StringBuilder field = new StringBuilder(EVERY);
        this.counts.forEach((word, count) -> field.append(' ').append(word).append(BAR)
            .append(Math.max(LEAST, Math.round(count * unit))));
        return field.toString();
    }

    /** @return the content of a field of words: the words of the text */
    String words()
    {
        return EVERY + ' ' + String.join(" ", this.counts.keySet());
    }

    /** @return the content of a field of words: parts of words and joined words */
    String more()
    {
        return EVERY + ' ' + String.join(" ", this.more);
    }

    /**
     * @return the content of a field of words: the starts of all words and of {@link #more()}, of
     *         {@value #SHORTEST_START} to {@value #LONGEST_START} characters, so that a search for a start looks up one term
     */
    String starts()
    {
        Set<String> starts = new LinkedHashSet<>();
        this.counts.keySet().forEach(word -> addStarts(word, starts));
        this.more.forEach(word -> addStarts(word, starts));
        return EVERY + ' ' + String.join(" ", starts);
    }

    private static void addStarts(String word, Set<String> starts)
    {
        int shortest = word.charAt(0) == REVERSED ? SHORTEST_START + 1 : SHORTEST_START;
        for (int end = shortest; end <= Math.min(LONGEST_START, word.length()); end++) {
            if (!Character.isHighSurrogate(word.charAt(end - 1))) {
                starts.add(word.substring(0, end));
            }
        }
    }

    /** @return the content of a field of words: {@link #words()} and {@link #more()} together */
    String all()
    {
        Set<String> all = new LinkedHashSet<>(this.counts.keySet());
        all.addAll(this.more);
        return EVERY + ' ' + String.join(" ", all);
    }
}
