/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The measures, against values computed by hand. */
class RankingTest
{
    @Test
    void ndcg()
    {
        assertThat(Ranking.ndcg(List.of("a", "b", "c"), Set.of("a"), 10)).isEqualTo(1);
        assertThat(Ranking.ndcg(List.of("x", "a", "y"), Set.of("a"), 10)).isCloseTo(0.6309, within(1e-4));
        assertThat(Ranking.ndcg(List.of("a", "x", "b"), Set.of("a", "b"), 10)).isCloseTo(1.5 / 1.6309, within(1e-4));
        assertThat(Ranking.ndcg(List.of("x", "a"), Set.of("a"), 1)).isZero();
        assertThat(Ranking.ndcg(List.of(), Set.of("a"), 10)).isZero();
    }

    @Test
    void recall()
    {
        assertThat(Ranking.recall(List.of("x", "a", "b"), Set.of("a", "b"), 2)).isEqualTo(0.5);
    }

    @Test
    void meanAndStandardError()
    {
        assertThat(Ranking.mean(new double[] {0, 1, 1, 0})).isEqualTo(0.5);
        assertThat(Ranking.standardError(new double[] {0, 1, 1, 0})).isCloseTo(0.28868, within(1e-5));
    }

    @Test
    void averagePrecision()
    {
        assertThat(Ranking.averagePrecision(List.of("a", "x", "b"), Set.of("a", "b")))
            .isCloseTo((1 + 2 / 3.0) / 2, within(1e-9));
        assertThat(Ranking.averagePrecision(List.of("x", "a"), Set.of("a", "b"))).isEqualTo(0.25);
        assertThat(Ranking.averagePrecision(List.of(), Set.of("a"))).isZero();
    }

    @Test
    void pairedTest()
    {
        double[] zeros = new double[10];
        double[] ones = new double[10];
        Arrays.fill(ones, 1);
        assertThat(Ranking.pairedTest(ones, ones)).isEqualTo(1);
        assertThat(Ranking.pairedTest(ones, zeros)).as("2 of 1,024 swaps differ as much")
            .isCloseTo(2 / 1024.0, within(1e-3)).isEqualTo(Ranking.pairedTest(zeros, ones));
        assertThat(Ranking.pairedTest(new double[] {1, 0, 1, 0}, new double[] {0, 1, 0, 1})).isEqualTo(1);
    }
}
