/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text as the index's field type does ({@code IndexConfiguration}), so that the index can be asked how common
 * a word is before it is searched. Where the two should differ on a rare word, that word counts as unknown.
 */
final class Words
{
    private static final int LONGEST = 100;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+(?:['’.][\\p{L}\\p{M}\\p{N}_]+)*");

    private static final Pattern MARK = Pattern.compile("\\p{M}+");

    private Words()
    {
    }

    /**
     * @param plain plain text
     * @return its different words, stemmed as in the index, with the number of times each occurs, in order
     */
    static Map<String, Integer> count(String plain)
    {
        Map<String, Integer> words = new LinkedHashMap<>();
        Matcher matcher = WORD.matcher(plain);
        while (matcher.find()) {
            if (matcher.end() - matcher.start() <= LONGEST) {
                words.merge(stem(fold(matcher.group())), 1, Integer::sum);
            }
        }
        return words;
    }

    private static String fold(String word)
    {
        String folded = MARK.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        String lower = folded.toLowerCase(Locale.ROOT).replace('’', '\'');
        return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    }

    /** Harman's S-stemmer ("How effective is suffixing?", JASIS 42, 1991), as Lucene's EnglishMinimalStemmer has it. */
    private static String stem(String word)
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
