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
    /** Every document has it in each field of words: so many documents there are. No text has it. */
    static final String EVERY = "*";

    /** Between a word and its frequency. */
    private static final char BAR = '|';

    /** The least frequency: a word in the longest text is worth more than a part or the start of one. */
    private static final long LEAST = 5;

    /** BM25's weight of the length. */
    private static final double LENGTH = 0.75;

    /** Shorter words are rarely put together of others. */
    private static final int COMPOUND = 9;

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private final Set<String> more = new LinkedHashSet<>();

    private int length;

    /**
     * @param tag a tag
     * @return the word that stands for the whole tag: no text has it
     */
    static String tag(String tag)
    {
        return '=' + Tags.normalise(tag).orElse("");
    }

    /**
     * @param word a word
     * @return the word from its end to its start, as it stands among the parts: so a compound is found by its last part
     */
    static String reversed(String word)
    {
        return '<' + new StringBuilder(word).reverse().toString();
    }

    /**
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

    /** A word as it is, which does not count for the length. */
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

    /** @return the different words with how often each occurs, in order */
    Map<String, Integer> counts()
    {
        return this.counts;
    }

    /**
     * @param average how many words such a text has on average
     * @return for a field of counted words: BM25's frequencies, divided by the length
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

    /** @return for a field of words: those of the text */
    String words()
    {
        return EVERY + ' ' + String.join(" ", this.counts.keySet());
    }

    /** @return for a field of words: parts of words, and words written in one */
    String more()
    {
        return EVERY + ' ' + String.join(" ", this.more);
    }

    /** @return for a field of words: {@link #words()} and {@link #more()} together */
    String all()
    {
        Set<String> all = new LinkedHashSet<>(this.counts.keySet());
        all.addAll(this.more);
        return EVERY + ' ' + String.join(" ", all);
    }
}
