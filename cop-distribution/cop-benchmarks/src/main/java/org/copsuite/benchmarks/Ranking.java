/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How good a ranking is, where what is to be found is known: each thing is relevant or not. */
final class Ranking
{
    private Ranking()
    {
    }

    /**
     * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) with gain 1 and discount log2(rank + 1).
     *
     * @param found best first
     * @param gold what is to be found, not empty
     * @param depth how many of those found count
     * @return 0 to 1
     */
    static <T> double ndcg(List<T> found, Set<T> gold, int depth)
    {
        double gain = 0;
        for (int i = 0; i < Math.min(depth, found.size()); i++) {
            gain += gold.contains(found.get(i)) ? 1 / log2(i + 2) : 0;
        }
        double best = 0;
        for (int i = 0; i < Math.min(depth, gold.size()); i++) {
            best += 1 / log2(i + 2);
        }
        return gain / best;
    }

    /** @return which share of what is to be found is among the first */
    static <T> double recall(List<T> found, Set<T> gold, int depth)
    {
        return (double) found.stream().limit(depth).filter(gold::contains).count() / gold.size();
    }

    static double mean(double[] values)
    {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** @return the standard error of the mean, of a sample */
    static double standardError(double[] values)
    {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private static double log2(double value)
    {
        return Math.log(value) / Math.log(2);
    }
}
