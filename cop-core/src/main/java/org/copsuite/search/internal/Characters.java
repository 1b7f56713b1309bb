/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

/** Classifies the characters of words. */
final class Characters
{
    /**
     * First and last code points of the ranges of scripts that do not separate words by blanks, or that attach
     * particles to words, as Korean does.
     */
    private static final int[] UNSPACED = {
        0xE01, 0xEFF, 0x1000, 0x109F, 0x1100, 0x11FF, 0x1780, 0x17FF, 0x19E0, 0x19FF, 0x3005, 0x3007, 0x3031, 0x3035,
        0x3041, 0x3096, 0x3099, 0x309F, 0x30A1, 0x30FA, 0x30FC, 0x30FF, 0x3105, 0x318E, 0x31A0, 0x31BF, 0x31F0, 0x31FF,
        0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA960, 0xA97F, 0xA9E0, 0xA9FF, 0xAA60, 0xAA7F, 0xAC00, 0xD7FF, 0xF900, 0xFAFF,
        0xFF66, 0xFFDC, 0x1B000, 0x1B16F, 0x20000, 0x3FFFF};

    private static final int FIRST_UNSPACED = UNSPACED[0];

    private Characters()
    {
    }

    /** @return whether the character can start or continue a word of a script with blanks between words */
    static boolean isWord(int c)
    {
        return (Character.isLetterOrDigit(c) || Character.getType(c) == Character.LETTER_NUMBER || c == '_')
            && !isUnspaced(c);
    }

    /** @return whether the character is a mark that belongs to the preceding letter */
    static boolean isMark(int c)
    {
        int type = Character.getType(c);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
            || type == Character.ENCLOSING_MARK) && !isUnspaced(c);
    }

    /** @return whether the character is a letter, mark or digit of a script that is split into pairs of characters */
    static boolean isUnspaced(int c)
    {
        return c >= FIRST_UNSPACED && isInRanges(c) && isLetterOrMark(c);
    }

    /** @return whether the character continues a run of characters without blanks between words */
    static boolean continuesUnspaced(int c)
    {
        return isUnspaced(c) || Character.getType(c) == Character.FORMAT || c >= 0xFE00 && c <= 0xFE0F;
    }

    /** @return whether the character can be a word by itself */
    static boolean isIdeographOrKana(int c)
    {
        return Character.isIdeographic(c) || c >= 0x3041 && c <= 0x30FF;
    }

    private static boolean isLetterOrMark(int c)
    {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isInRanges(int c)
    {
        for (int i = 0; i < UNSPACED.length && c >= UNSPACED[i]; i += 2) {
            if (c <= UNSPACED[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
