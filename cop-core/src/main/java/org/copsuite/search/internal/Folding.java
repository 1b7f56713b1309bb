/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Normalises spellings of a word: compatibility characters (NFKC), composed and decomposed characters, upper and lower
 * case, accents and vowel points, and digits of any script.
 */
final class Folding
{
    private static final int ASCII = 0x80;

    /**
     * Letters that Unicode does not decompose, with the ASCII spelling of Lucene's ASCIIFoldingFilter or the letter of
     * Lucene's Arabic and Persian normalisation.
     */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(Map.entry((int) 'ß', "ss"), Map.entry((int) 'ẞ', "SS"),
        Map.entry((int) 'æ', "ae"), Map.entry((int) 'Æ', "AE"), Map.entry((int) 'œ', "oe"), Map.entry((int) 'Œ', "OE"),
        Map.entry((int) 'ø', "o"), Map.entry((int) 'Ø', "O"), Map.entry((int) 'ł', "l"), Map.entry((int) 'Ł', "L"),
        Map.entry((int) 'đ', "d"), Map.entry((int) 'Đ', "D"), Map.entry((int) 'ð', "d"), Map.entry((int) 'Ð', "D"),
        Map.entry((int) 'þ', "th"), Map.entry((int) 'Þ', "TH"), Map.entry((int) 'ı', "i"), Map.entry((int) 'ħ', "h"),
        Map.entry((int) 'Ħ', "H"), Map.entry((int) 'ŋ', "n"), Map.entry((int) 'Ŋ', "N"), Map.entry((int) 'ŧ', "t"),
        Map.entry((int) 'Ŧ', "T"),
        // Arabic and Persian keyboards produce different characters for the same letters.
        Map.entry(0x649, "\u064A"), Map.entry(0x6CC, "\u064A"), Map.entry(0x6D2, "\u064A"), Map.entry(0x6A9, "\u0643"),
        Map.entry(0x629, "\u0647"), Map.entry(0x6C1, "\u0647"), Map.entry(0x6BE, "\u0647"));

    /**
     * First and last code points of the ranges of marks that are removed; marks of other scripts are part of their
     * words.
     */
    private static final int[] MARKS = {
        0x300, 0x36F, 0x483, 0x487, 0x591, 0x5BD, 0x5BF, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x5C7, 0x610, 0x61A,
        0x640, 0x640, 0x64B, 0x65F, 0x670, 0x670, 0x6D6, 0x6DC, 0x6DF, 0x6E4, 0x6E7, 0x6E8, 0x6EA, 0x6ED, 0x1AB0, 0x1AFF,
        0x1DC0, 0x1DFF, 0x20D0, 0x20FF, 0xFE20, 0xFE2F};

    private Folding()
    {
    }

    /**
     * @param word a word
     * @return the folded word with its case preserved: a change of case may separate parts of a word
     */
    static String keepingCase(String word)
    {
        if (isAscii(word)) {
            return word;
        }
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(c -> !isDropped(c)).forEach(c -> append(folded, c));
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /**
     * @param folded a word that is folded except for case
     * @return the word in lower case, independent of the language: Σ, σ and ς become equal, and so do İ, I, ı and i
     */
    static String lower(String folded)
    {
        if (isAscii(folded)) {
            return folded.toLowerCase(Locale.ROOT);
        }
        StringBuilder lower = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> lower.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c))));
        return lower.toString();
    }

    private static void append(StringBuilder folded, int c)
    {
        String letters = LETTERS.get(c);
        if (letters != null) {
            folded.append(letters);
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            folded.append(Character.digit(c, 10));
        } else {
            folded.appendCodePoint(c);
        }
    }

    private static boolean isDropped(int c)
    {
        if (c < ASCII) {
            return false;
        }
        if (Character.getType(c) == Character.FORMAT) {
            return true;
        }
        for (int i = 0; i < MARKS.length && c >= MARKS[i]; i += 2) {
            if (c <= MARKS[i + 1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(String text)
    {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }
}
