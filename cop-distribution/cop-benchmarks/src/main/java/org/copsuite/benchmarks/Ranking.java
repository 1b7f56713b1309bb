/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Measures the quality of a ranking with binary relevance: each item is relevant or not. */
final class Ranking
{
    private Ranking()
    {
    }

    /**
     * Computes the normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) with gain 1 and discount
     * log2(rank + 1).
     *
     * @param found the ranking, best first
     * @param gold the relevant items, not empty
     * @param depth the number of items of the ranking that count
     * @return a value from 0 to 1
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

    /**
     * Computes the recall.
     *
     * @return the share of the relevant items that are among the first {@code depth} items found
     */
    static <T> double recall(List<T> found, Set<T> gold, int depth)
    {
        return (double) found.stream().limit(depth).filter(gold::contains).count() / gold.size();
    }

    static double mean(double[] values)
    {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** @return the standard error of the mean of a sample */
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
