/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.semantic.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;

/**
 * Cuts a text into the word pieces of an uncased BERT (Devlin et al. 2019; Wu et al. 2016 for WordPiece): removes control
 * characters, lower-cases, strips accents, separates punctuation and Chinese characters, and takes of each word the
 * longest pieces that the vocabulary has, from left to right. The names of special tokens are text like any other.
 * <p>
 * Stops reading when the limit of pieces is reached, and after as many characters as that many of the longest words have:
 * the time does not depend on what follows in a long text.
 */
final class WordPiece
{
    /** The longest word that is cut, in code points; a longer one is unknown as a whole. */
    private static final int LONGEST = 100;

    private static final String CONTINUES = "##";

    private static final int ASCII = 0x80;

    private static final int REPLACEMENT = 0xFFFD;

    /** The first and last characters of the blocks that count as Chinese. */
    private static final int[] CHINESE = {0x4E00, 0x9FFF, 0x3400, 0x4DBF, 0x20000, 0x2A6DF, 0x2A700, 0x2B73F, 0x2B740,
        0x2B81F, 0x2B820, 0x2CEAF, 0xF900, 0xFAFF, 0x2F800, 0x2FA1F};

    private final Map<String, Integer> vocabulary;

    private final long unknown;

    private final long first;

    private final long last;

    /** @param vocabulary the pieces with their numbers, including the special tokens */
    WordPiece(Map<String, Integer> vocabulary)
    {
        this.vocabulary = Map.copyOf(vocabulary);
        this.unknown = number("[UNK]");
        this.first = number("[CLS]");
        this.last = number("[SEP]");
    }

    private long number(String special)
    {
        Integer number = this.vocabulary.get(special);
        if (number == null) {
            throw new IllegalArgumentException("The vocabulary has no " + special + '.');
        }
        return number;
    }

    /**
     * @param text any text
     * @param limit the maximum number of pieces with the first and the last one, at least 2; further ones are left out
     * @return the numbers of the pieces, from {@code [CLS]} to {@code [SEP]}
     */
    long[] pieces(String text, int limit)
    {
        Pieces pieces = new Pieces(limit - 1);
        pieces.add(this.first);
        Word word = new Word();
        long end = Math.min(text.length(), (long) LONGEST * limit);
        for (int i = 0; i < end && !pieces.isFull(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < ASCII) {
                plain(c, word, pieces);
            } else if (isSpace(c)) {
                end(word, pieces);
            } else if (!isControl(c)) {
                other(c, word, pieces);
            }
        }
        end(word, pieces);
        return pieces.closed(this.last);
    }

    private void plain(int c, Word word, Pieces pieces)
    {
        if (c == ' ' || c >= '\t' && c <= '\r') {
            end(word, pieces);
        } else if (Character.isLetterOrDigit(c)) {
            word.add(Character.toLowerCase(c));
        } else if (c > ' ' && c < ASCII - 1) {
            mark(c, word, pieces);
        }
    }

    private void other(int c, Word word, Pieces pieces)
    {
        if (isChinese(c)) {
            // Some of them decompose to another one.
            Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePoints()
                .forEach(part -> mark(part, word, pieces));
            return;
        }
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).codePoints().forEach(part -> {
            if (isPunctuation(part)) {
                mark(part, word, pieces);
            } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
                word.add(Character.toLowerCase(part));
            }
        });
    }

    /** Adds a character that is a word of its own. */
    private void mark(int c, Word word, Pieces pieces)
    {
        end(word, pieces);
        pieces.add(this.vocabulary.getOrDefault(Character.toString(c), (int) this.unknown));
    }

    /** Cuts the word, if there is one, and begins the next one. */
    private void end(Word word, Pieces pieces)
    {
        if (word.isTooLong()) {
            pieces.add(this.unknown);
        } else if (!word.isEmpty()) {
            cut(word.text(), pieces);
        }
        word.clear();
    }

    private void cut(String word, Pieces pieces)
    {
        long[] found = new long[word.length()];
        int count = 0;
        for (int from = 0; from < word.length(); ) {
            int to = word.length();
            Integer number = null;
            while (to > from && number == null) {
                String piece = word.substring(from, to);
                number = this.vocabulary.get(from == 0 ? piece : CONTINUES + piece);
                to = number == null ? word.offsetByCodePoints(to, -1) : to;
            }
            if (number == null) {
                pieces.add(this.unknown);
                return;
            }
            found[count++] = number;
            from = to;
        }
        for (int i = 0; i < count; i++) {
            pieces.add(found[i]);
        }
    }

    private static boolean isSpace(int c)
    {
        // U+0085 counts as white space in Unicode, but not in Java.
        return Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isControl(int c)
    {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE ->
                true;
            default -> c == REPLACEMENT;
        };
    }

    private static boolean isPunctuation(int c)
    {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                Character.OTHER_PUNCTUATION -> true;
            default -> c > ' ' && c < ASCII - 1 && !Character.isLetterOrDigit(c);
        };
    }

    private static boolean isChinese(int c)
    {
        for (int i = 0; i < CHINESE.length; i += 2) {
            if (c >= CHINESE[i] && c <= CHINESE[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The word that is being read. */
    private static final class Word
    {
        private final StringBuilder text = new StringBuilder();

        private int length;

        void add(int c)
        {
            this.length++;
            if (this.length <= LONGEST) {
                this.text.appendCodePoint(c);
            }
        }

        boolean isEmpty()
        {
            return this.length == 0;
        }

        boolean isTooLong()
        {
            return this.length > LONGEST;
        }

        String text()
        {
            return this.text.toString();
        }

        void clear()
        {
            this.text.setLength(0);
            this.length = 0;
        }
    }

    /** The pieces found so far, up to the limit. */
    private static final class Pieces
    {
        private final long[] numbers;

        private int count;

        Pieces(int limit)
        {
            this.numbers = new long[limit];
        }

        void add(long number)
        {
            if (!isFull()) {
                this.numbers[this.count++] = number;
            }
        }

        boolean isFull()
        {
            return this.count == this.numbers.length;
        }

        long[] closed(long last)
        {
            long[] all = Arrays.copyOf(this.numbers, this.count + 1);
            all[this.count] = last;
            return all;
        }
    }
}
