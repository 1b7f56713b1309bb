/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells fast which parts of a text may hold one of some words, so that only those are cut into words: of a page of hits, one
 * in some hundred. It errs on the side of yes: what it lets pass may hold none, what it holds back holds none.
 * <p>
 * It compares how words start, since stemming changes how they end: three letters, one less than the word has at most,
 * whatever stands between them that is no letter or digit. A part with characters that folding changes by more than their
 * case passes unseen.
 */
final class Sieve
{
    private static final int ASCII = 0x80;

    private static final int STARTS = 3;

    /** First and last of the ranges beside ASCII where folding changes nothing but the case. */
    private static final char[] PLAIN = {'\u0410', '\u0418', '\u041A', '\u0438', '\u043A', '\u044F', '\u0E01', '\u0E32',
        '\u0E34', '\u0E3A', '\u0E40', '\u0E4E', '\u3041', '\u3094', '\u30A1', '\u30FA', '\u30FC', '\u30FE', '\u4E00', '\u9FFF',
        '\uAC00', '\uD7A3'};

    private final Set<String> starts = new HashSet<>();

    /** How some word starts, for ASCII. */
    private final boolean[] firsts = new boolean[ASCII];

    /** A word starts with something else. */
    private boolean otherFirsts;

    /** A word that cannot be compared: everything passes. */
    private boolean open;

    /** @param words words of the index, or how they start */
    Sieve(Collection<String> words)
    {
        words.forEach(this::add);
    }

    private void add(String word)
    {
        String letters = word.codePoints().filter(Character::isLetterOrDigit)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        if (letters.isEmpty() || !isPlain(letters, 0, letters.length())) {
            this.open = true;
            return;
        }
        int length = Characters.isUnspaced(letters.charAt(0)) ? Math.min(2, letters.length())
            : Math.max(1, Math.min(STARTS, letters.length() - 1));
        this.starts.add(letters.substring(0, length));
        if (letters.charAt(0) < ASCII) {
            this.firsts[letters.charAt(0)] = true;
        } else {
            this.otherFirsts = true;
        }
    }

    /**
     * @param text a text
     * @param from the start of a part of it that blanks stand around
     * @param to its end
     * @return whether one of the words may be there
     */
    boolean mayHold(String text, int from, int to)
    {
        if (this.open) {
            return true;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= ASCII && !isPlain(c)) {
                return true;
            }
            char lower = Character.toLowerCase(c);
            if ((lower < ASCII ? this.firsts[lower] : this.otherFirsts) && starts(text, i, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean starts(String text, int from, int to)
    {
        StringBuilder letters = new StringBuilder(STARTS);
        for (int i = from; i < to && letters.length() < STARTS; i++) {
            char c = text.charAt(i);
            if (c >= ASCII && !isPlain(c)) {
                return true;
            }
            if (Character.isLetterOrDigit(c) || c >= ASCII) {
                letters.append(Character.toLowerCase(c));
                if (this.starts.contains(letters.toString())) {
                    return true;
                }
            }
        }
        return false;
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
