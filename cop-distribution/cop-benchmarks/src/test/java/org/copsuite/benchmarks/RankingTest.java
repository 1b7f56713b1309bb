/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

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
}
