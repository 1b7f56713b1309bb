/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides quickly which parts of a text may contain one of some words, so that only those are tokenised: about one in
 * several hundred parts of a page of hits. It has false positives, but no false negatives.
 * <p>
 * It compares the starts of words, because stemming changes their ends: three letters, but at most one less than the
 * word has; two characters in scripts without blanks. It ignores characters in between that are neither letters nor
 * digits, and accepts every part with characters that folding changes in more than case.
 */
final class WordPrefilter
{
    private static final int ASCII = 0x80;

    private static final int STARTS = 3;

    /** First and last characters of the ranges beyond ASCII in which folding changes only the case. */
    private static final char[] PLAIN = {'\u0410', '\u0418', '\u041A', '\u0438', '\u043A', '\u044F', '\u0E01', '\u0E32',
        '\u0E34', '\u0E3A', '\u0E40', '\u0E4E', '\u3041', '\u3094', '\u30A1', '\u30FA', '\u30FC', '\u30FE', '\u4E00', '\u9FFF',
        '\uAC00', '\uD7A3'};

    /** The starts in ascending order, each of up to {@value #STARTS} letters in one number. */
    private final long[] starts;

    /** The ASCII characters with which a word starts, in both cases. */
    private final boolean[] firsts = new boolean[ASCII];

    /**
     * For each ASCII character with which a word starts, the ASCII characters that may follow it, as two numbers of 64
     * bits: most positions of a text are decided by these.
     */
    private final long[] seconds = new long[2 * ASCII];

    /** Whether a word starts with a character beyond ASCII. */
    private boolean otherFirsts;

    /** Whether a word cannot be compared, so that everything is accepted. */
    private boolean open;

    /** @param words words of the index, or starts of words */
    WordPrefilter(Collection<String> words)
    {
        Set<String> all = new HashSet<>();
        words.forEach(word -> add(word, all));
        this.starts = all.stream().mapToLong(WordPrefilter::packed).sorted().toArray();
    }

    private void add(String word, Set<String> all)
    {
        String letters = word.codePoints().filter(Character::isLetterOrDigit)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        if (letters.isEmpty() || !isPlain(letters, 0, letters.length())) {
            this.open = true;
            return;
        }
        int length = Characters.isUnspaced(letters.charAt(0)) ? Math.min(2, letters.length())
            : Math.max(1, Math.min(STARTS, letters.length() - 1));
        all.add(letters.substring(0, length));
        if (letters.charAt(0) < ASCII) {
            char second = length == 1 ? 0 : letters.charAt(1);
            addFirst(Character.toLowerCase(letters.charAt(0)), second);
            addFirst(Character.toUpperCase(letters.charAt(0)), second);
        } else {
            this.otherFirsts = true;
        }
    }

    private void addFirst(char first, char second)
    {
        this.firsts[first] = true;
        for (char c = 0; c < ASCII; c++) {
            // A word of one letter has no second one, and characters that are neither letters nor digits are ignored.
            if (second == 0 || c == Character.toLowerCase(second) || c == Character.toUpperCase(second)
                || c != ' ' && !Character.isLetterOrDigit(c)) {
                this.seconds[first << 1 | c >> 6] |= 1L << c;
            }
        }
    }

    /**
     * @param text a text
     * @param from the start of a part between blanks
     * @param to the end of the part, exclusive
     * @return whether the part may contain one of the words
     */
    boolean mayHold(String text, int from, int to)
    {
        return find(text, from, to) >= 0;
    }

    /**
     * @param text a text
     * @param from the first position
     * @param to the last position, exclusive
     * @return a position in the first part between blanks that may contain one of the words, never of a blank; -1 if no
     *         part may
     */
    int find(String text, int from, int to)
    {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (this.open ? c != ' ' : c < ASCII ? this.firsts[c] && mayFollow(c, text, i + 1, to) && starts(text, i, to)
                : !isPlain(c) || this.otherFirsts && starts(text, i, to)) {
                return i;
            }
        }
        return -1;
    }

    private boolean mayFollow(char first, String text, int next, int to)
    {
        char c = next < to ? text.charAt(next) : ASCII;
        return c >= ASCII || (this.seconds[first << 1 | c >> 6] & 1L << c) != 0;
    }

    private boolean starts(String text, int from, int to)
    {
        // Three letters of 16 bits in one number: a part of a text is compared without creating an object.
        long letters = 0;
        int count = 0;
        for (int i = from; i < to && count < STARTS; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                return false;
            }
            if (c >= ASCII && !isPlain(c)) {
                return true;
            }
            if (Character.isLetterOrDigit(c) || c >= ASCII) {
                letters = letters << Character.SIZE | Character.toLowerCase(c);
                count++;
                if (Arrays.binarySearch(this.starts, letters) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long packed(String letters)
    {
        long packed = 0;
        for (int i = 0; i < letters.length(); i++) {
            packed = packed << Character.SIZE | letters.charAt(i);
        }
        return packed;
    }

    private static boolean isPlain(String text, int from, int to)
    {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= ASCII && !isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c)
    {
        for (int i = 0; i < PLAIN.length && c >= PLAIN[i]; i += 2) {
            if (c <= PLAIN[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
