/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How two scores become one order, what is stored of a vector, and which language a text is in. */
class RerankerTest
{
    private static final UUID A = new UUID(0, 1);

    private static final UUID B = new UUID(0, 2);

    private static final UUID C = new UUID(0, 3);

    private static List<UUID> blend(Map<UUID, Double> closeness, double weight)
    {
        Map<UUID, Double> scores = new LinkedHashMap<>();
        scores.put(A, 9.0);
        scores.put(B, 8.0);
        scores.put(C, 1.0);
        return Reranker.blend(List.of(A, B, C), scores, closeness, weight);
    }

    @Test
    void theWeightDecidesHowMuchTheMeaningCounts()
    {
        Map<UUID, Double> closeness = Map.of(A, .1, B, .4, C, .9);
        assertThat(blend(closeness, 0)).containsExactly(A, B, C);
        assertThat(blend(closeness, .5)).containsExactly(B, A, C);
        assertThat(blend(closeness, 3)).containsExactly(C, B, A);
    }

    @Test
    void whatIsNotEncodedCountsAsOfAverageCloseness()
    {
        assertThat(blend(Map.of(A, .1, C, .9), 3)).containsExactly(C, B, A);
        assertThat(blend(Map.of(), 3)).containsExactly(A, B, C);
        assertThat(blend(Map.of(A, .5, B, .5, C, .5), 3)).as("all equally close").containsExactly(A, B, C);
    }

    @Test
    void aPackedVectorHasAlmostTheSameCosines()
    {
        Random random = new Random(1);
        for (int round = 0; round < 100; round++) {
            float[] one = new float[384];
            float[] other = new float[384];
            double product = 0;
            double squares = 0;
            double squaresOfOther = 0;
            for (int i = 0; i < one.length; i++) {
                one[i] = (float) random.nextGaussian();
                other[i] = one[i] + (float) random.nextGaussian();
                product += one[i] * other[i];
                squares += one[i] * one[i];
                squaresOfOther += other[i] * other[i];
            }
            assertThat(Vectors.cosine(one, Vectors.pack(other)))
                .isCloseTo(product / Math.sqrt(squares * squaresOfOther), within(.01));
        }
        assertThat(Vectors.cosine(new float[2], Vectors.pack(new float[2]))).isZero();
        assertThat(Vectors.cosine(new float[] {1}, new byte[] {1, 2})).as("of another encoder").isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "How do I tune a slow query?|en", "the|en", "Wie kann ich die Datenbank sichern?|de",
        "Comment sauvegarder la base dans le nuage ?|fr", "\u041A\u0430\u043A \u0441\u0434\u0435\u043B\u0430\u0442\u044C SQL?|und",
        "\u65E5\u672C\u8A9E\u306E\u8CEA\u554F|und", "postgres slow query|", "12345 {} ;|"})
    void guessesTheLanguage(String text, String language)
    {
        assertThat(Language.of(text).orElse(null)).isEqualTo(language);
    }
}
