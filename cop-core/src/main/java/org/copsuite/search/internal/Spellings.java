/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.copsuite.search.internal.Tokenizer.Compound;

/**
 * Other spellings of the words of a search: two words as one ({@code file name} for {@code filename}), one word as two
 * ({@code username} for {@code user name}, {@code Druckerwarteschlange} for {@code Warteschlange} and {@code Drucker}),
 * and German umlauts for their transcriptions ({@code loeschen}). They are searched only if a search for the words as
 * typed has few hits.
 */
final class Spellings
{
    /** The number of leading words of a search that are split. */
    static final int MOST = 8;

    /** The maximum length of a word that is split. */
    static final int LONGEST = 40;

    /** The minimum length of each part. */
    private static final int PART = 3;

    private final List<Compound> clauses;

    /** @param clauses the words of a search */
    Spellings(List<Compound> clauses)
    {
        this.clauses = clauses;
    }

    /** @return all words of {@link #inOne}, whether or not a text contains them */
    Set<String> joined()
    {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < this.clauses.size(); i++) {
            all.addAll(inOne(i));
        }
        return all;
    }

    /**
     * @param counts the document frequencies of the words as typed
     * @return all words of {@link #inTwo}, whether or not a text contains them
     */
    Set<String> halves(WordStatistics.Counts counts)
    {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < this.clauses.size(); i++) {
            String word = word(i);
            if (word != null && counts.frequency(word) == 0) {
                pairs(i).forEach(all::addAll);
            }
        }
        return all;
    }

    /**
     * @param clause the index of a clause
     * @return single words with the same meaning: joined with a neighbour, and with umlauts
     */
    List<String> inOne(int clause)
    {
        String word = word(clause);
        if (word == null) {
            return List.of();
        }
        List<String> spellings = new ArrayList<>();
        String before = clause == 0 ? null : word(clause - 1);
        String after = clause + 1 == this.clauses.size() ? null : word(clause + 1);
        if (before != null) {
            spellings.add(before + word);
        }
        if (after != null) {
            spellings.add(word + after);
        }
        String umlauts = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        if (!umlauts.equals(word)) {
            spellings.add(umlauts);
        }
        return spellings;
    }

    /**
     * Accepts as parts only words that occur in a text that everybody may view, so that private texts do not affect the
     * result.
     *
     * @param clause the index of a clause
     * @param counts the document frequencies
     * @return pairs of words with the same meaning; empty if the word itself is known
     */
    List<List<String>> inTwo(int clause, WordStatistics.Counts counts)
    {
        String word = word(clause);
        if (word == null || counts.frequency(word) > 0) {
            return List.of();
        }
        return pairs(clause).stream().filter(pair -> pair.stream().allMatch(part -> counts.frequency(part) > 0)).toList();
    }

    private List<List<String>> pairs(int clause)
    {
        String word = word(clause);
        if (word == null || clause >= MOST || word.length() > LONGEST) {
            return List.of();
        }
        List<List<String>> pairs = new ArrayList<>();
        for (int i = PART; i <= word.length() - PART; i++) {
            pairs.add(List.of(Stems.of(word.substring(0, i)), Stems.of(word.substring(i))));
        }
        return pairs;
    }

    /** @return the word of a clause; {@code null} unless it is one word of letters only */
    private String word(int clause)
    {
        Compound compound = this.clauses.get(clause);
        boolean single = !compound.unspaced() && compound.bases().size() == 1 && compound.parts().size() < 2;
        String word = single ? compound.bases().get(0) : "";
        return !word.isEmpty() && word.chars().allMatch(Character::isLetter) ? word : null;
    }
}
