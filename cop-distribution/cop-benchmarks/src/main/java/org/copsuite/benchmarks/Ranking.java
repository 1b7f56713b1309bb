/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Measures the quality of a ranking with binary relevance: each item is relevant or not. */
final class Ranking
{
    private static final int ROUNDS = 20_000;

    private static final long SEED = 1;

    private static final double ROUNDING = 1e-12;

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

    /**
     * Computes the average precision: the mean, over the relevant items, of the precision at their ranks; 0 for items
     * that are not found.
     *
     * @param found the ranking, best first
     * @param gold the relevant items, not empty
     * @return a value from 0 to 1
     */
    static <T> double averagePrecision(List<T> found, Set<T> gold)
    {
        double sum = 0;
        int relevant = 0;
        for (int i = 0; i < found.size(); i++) {
            if (gold.contains(found.get(i))) {
                relevant++;
                sum += (double) relevant / (i + 1);
            }
        }
        return sum / gold.size();
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

    /**
     * Tests whether two rankings of the same queries differ: a paired randomisation test of the means (Smucker, Allan and
     * Carterette, CIKM 2007), which swaps the two values of each query at random.
     *
     * @param one the values of one ranking
     * @param other the values of the other one, in the same order
     * @return the share of the swaps that differ at least as much, from 0 to 1; the same for the same values
     */
    static double pairedTest(double[] one, double[] other)
    {
        double[] differences = new double[one.length];
        Arrays.setAll(differences, i -> one[i] - other[i]);
        double observed = Math.abs(Arrays.stream(differences).sum());
        Random random = new Random(SEED);
        int reached = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double sum = 0;
            for (double difference : differences) {
                sum += random.nextBoolean() ? difference : -difference;
            }
            reached += Math.abs(sum) >= observed - ROUNDING ? 1 : 0;
        }
        return (double) reached / ROUNDS;
    }

    private static double log2(double value)
    {
        return Math.log(value) / Math.log(2);
    }
}
