/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.List;

/** Removes affixes of number, case or article from words, without dictionaries. */
final class Stems
{
    /** Articles with the conjunctions and prepositions attached to them, from light10. */
    private static final List<String> ARABIC_PREFIXES =
        List.of("\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0643\u0627\u0644", "\u0641\u0627\u0644", "\u0627\u0644",
            "\u0644\u0644");

    private static final List<String> ARABIC_SUFFIXES =
        List.of("\u0647\u0627", "\u0627\u0646", "\u0627\u062A", "\u0648\u0646", "\u064A\u0646", "\u064A\u0647", "\u0647",
            "\u064A");

    private static final char ARABIC_AND = '\u0648';

    /** Prepositions, the article, conjunctions and the relative pronoun: b, h, w, k, l, m, sh. */
    private static final String HEBREW_PREFIXES = "\u05D1\u05D4\u05D5\u05DB\u05DC\u05DE\u05E9";

    /** The minimum number of letters that remain. */
    private static final int LEAST = 3;

    private Stems()
    {
    }

    /**
     * @param word a folded word in lower case
     * @return the stem: without English plural endings as in Harman's S-stemmer ("How effective is suffixing?", JASIS
     *         42, 1991; Lucene's EnglishMinimalStemmer), and without Arabic articles and endings as in light10 (Larkey,
     *         Ballesteros and Connell, "Light Stemming for Arabic Information Retrieval", 2007)
     */
    static String of(String word)
    {
        if (word.isEmpty()) {
            return word;
        }
        return isArabic(word.charAt(0)) ? arabic(word) : english(word);
    }

    /**
     * @param word a folded word
     * @return the word without a leading Hebrew letter that may be a preposition or an article; {@code null} if there
     *         is none. The letter may also belong to the word, so callers index both words
     */
    static String withoutHebrewPrefix(String word)
    {
        return word.length() > LEAST && HEBREW_PREFIXES.indexOf(word.charAt(0)) >= 0
            && word.codePoints().allMatch(c -> c >= 0x5D0 && c <= 0x5EA) ? word.substring(1) : null;
    }

    private static boolean isArabic(char c)
    {
        return c >= 0x621 && c <= 0x6D3;
    }

    private static String arabic(String word)
    {
        String stem = word;
        for (String prefix : ARABIC_PREFIXES) {
            if (stem.startsWith(prefix) && stem.length() - prefix.length() >= LEAST - 1) {
                stem = stem.substring(prefix.length());
                break;
            }
        }
        if (stem.equals(word) && stem.charAt(0) == ARABIC_AND && stem.length() > LEAST) {
            stem = stem.substring(1);
        }
        for (String suffix : ARABIC_SUFFIXES) {
            if (stem.endsWith(suffix) && stem.length() - suffix.length() >= LEAST) {
                stem = stem.substring(0, stem.length() - suffix.length());
                break;
            }
        }
        return stem;
    }

    private static String english(String word)
    {
        int length = word.length();
        if (length < 3 || word.charAt(length - 1) != 's') {
            return word;
        }
        char before = word.charAt(length - 2);
        if (before == 'u' || before == 's') {
            return word;
        }
        if (before == 'e' && length > 3) {
            char third = word.charAt(length - 3);
            if (third == 'i' && word.charAt(length - 4) != 'a' && word.charAt(length - 4) != 'e') {
                return word.substring(0, length - 3) + 'y';
            }
            if (third == 'i' || third == 'a' || third == 'o' || third == 'e') {
                return word;
            }
        }
        return word.substring(0, length - 1);
    }
}
