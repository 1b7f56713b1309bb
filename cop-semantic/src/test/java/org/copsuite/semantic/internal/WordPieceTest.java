/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.semantic.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * The expected numbers were made by the tokenizers library of Hugging Face 0.20 from the same vocabulary. On the texts of
 * the two Stack Exchange dumps named in docs/developer, all numbers are the same.
 */
class WordPieceTest
{
    private static final int MANY = 100_000;

    private static WordPiece words;

    @BeforeAll
    static void read() throws IOException
    {
        words = new WordPiece(Model.vocabulary());
    }

    private static void assertPieces(String text, int... numbers)
    {
        long[] expected = new long[numbers.length + 2];
        expected[0] = 101;
        expected[expected.length - 1] = 102;
        for (int i = 0; i < numbers.length; i++) {
            expected[i + 1] = numbers[i];
        }
        assertThat(words.pieces(text, MANY)).as(text).isEqualTo(expected);
    }

    @Test
    void cutsWordsIntoTheLongestPieces()
    {
        assertPieces("How do I tune a slow PostgreSQL query?", 2129, 2079, 1045, 8694, 1037, 4030, 2695, 17603, 2015, 4160,
            2140, 23032, 1029);
        assertPieces("antidisestablishmentarianism", 3424, 10521, 4355, 7875, 13602, 3672, 12199, 2964);
        assertPieces("");
    }

    @Test
    void separatesPunctuation()
    {
        assertPieces("e-mail: foo@bar.com, C++ isn't $5.00", 1041, 1011, 5653, 1024, 29379, 1030, 3347, 1012, 4012, 1010,
            1039, 1009, 1009, 3475, 1005, 1056, 1002, 1019, 1012, 4002);
    }

    @Test
    void stripsAccentsAndCase()
    {
        assertPieces("Stra\u00DFe na\u00EFve caf\u00E9 \u2014 \u00DCn\u00EFc\u00F6d\u00E9", 2358, 27807, 15743, 7668, 1517,
            27260);
        assertPieces("\u0130stanbul \u03A3\u038A\u03A3\u03A5\u03A6\u039F\u03A3", 9960, 1173, 18199, 29733, 29735, 29736,
            29730, 29733);
    }

    @Test
    void separatesChineseCharactersButNotOtherScripts()
    {
        assertPieces("\u65E5\u672C\u8A9E\u30C6\u30B9\u30C8 \u6F22\u5B57", 1864, 1876, 1950, 1713, 30233, 30240, 1904, 100);
        assertPieces("\uD55C\uAD6D\uC5B4", 1469, 30006, 30021, 29991, 30014, 30020, 29999, 30008);
    }

    @Test
    void removesWhatNobodySees()
    {
        assertPieces("unaffable\u200Bwords\u0000and\uFFFDmore", 14477, 20961, 3468, 22104, 5685, 5974);
        assertPieces("\u0000\u0001\u200B\u200D\uFEFF\uFFFD\uE000");
        assertPieces("slow\u00A0query\u2028query\tquery\r\nquery\u3000query", 4030, 23032, 23032, 23032, 23032, 23032);
    }

    @Test
    void doesNotKnowEmoji()
    {
        assertPieces("\uD83D\uDE42 emoji \uD83D\uDC69\u200D\uD83D\uDCBB ok", 100, 7861, 29147, 2072, 100, 7929);
    }

    /** No author of a text ends it for the model. */
    @Test
    void takesTheNamesOfSpecialTokensAsText()
    {
        assertPieces("[CLS] text [SEP]", 1031, 18856, 2015, 1033, 3793, 1031, 19802, 1033);
    }

    @Test
    void doesNotCutVeryLongWords()
    {
        assertPieces("x".repeat(101), 100);
        assertThat(words.pieces("x".repeat(100), MANY)).hasSize(52).endsWith(20348, 102);
        assertThat(words.pieces("\uD83D\uDE42".repeat(100), MANY)).as("100 code points").hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDC00", "\uDC00\uD800", "a\uD800", "\uD83D", "\uD800 \uDBFF"})
    void survivesLoneSurrogates(String text)
    {
        assertThat(words.pieces(text, MANY)).startsWith(101).endsWith(102).hasSizeLessThan(4);
    }

    @Test
    void readsNoFurtherThanTheLimit()
    {
        assertThat(words.pieces("query ".repeat(500), 128)).hasSize(128).startsWith(101, 23032).endsWith(23032, 102);
        assertThat(words.pieces("query", 2)).containsExactly(101, 102);
    }

    @Test
    void takesShortTimeForLongHostileTexts()
    {
        for (String part : new String[] {"x", "\u0300", "\uFDFA", " ", "\u0000", "\uD800", "\uD83D\uDE42", "\u6F22", "a\u0300", "."}) {
            String text = part.repeat(1_000_000 / part.length());
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(words.pieces(text, 128)).hasSizeLessThan(129));
        }
    }

    @Test
    void refusesAVocabularyWithoutSpecialTokens()
    {
        Map<String, Integer> vocabulary = Map.of("a", 1);
        assertThatThrownBy(() -> new WordPiece(vocabulary)).hasMessageContaining("[UNK]");
    }
}
