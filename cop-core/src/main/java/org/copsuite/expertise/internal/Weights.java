/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

/**
 * Combines the evidence about a candidate into one score. Each part {@code x} counts {@code ln(1 + 20 x / max) / ln 21},
 * where {@code max} is the maximum of all candidates, so that the best of a part does not hide the others; the parts are
 * weighted and summed: {@value #VOTING} for the answers found by the text, which vote for their authors (Macdonald and
 * Ounis, "Voting for candidates", CIKM 2006, with BM25 scores as votes), {@value #PROFILE} for the answers on its tags,
 * both fading with the answers given since ({@link AnswerAges}), {@value #RECENCY} for recent answers. Chosen on the two
 * Stack Exchange dumps named in docs/developer/retrieval.md. Contributed evidence has weights of its own, in proportion.
 */
class Weights
{
    static final double VOTING = 0.8;

    static final double PROFILE = 0.5;

    static final double RECENCY = 1.0;

    private static final double STEEPNESS = 20;

    private final double mostVoting;

    private final double mostProfile;

    private final double mostRecency;

    private final Map<String, Double> contributed;

    private final Map<String, Double> mostContributed = new HashMap<>();

    private final double all;

    /** @param contributed the weights of contributed evidence, by its kind */
    Weights(Collection<Candidate> candidates, SortedMap<String, Double> contributed)
    {
        this.mostVoting = most(candidates, Candidate::voting);
        this.mostProfile = most(candidates, Candidate::profile);
        this.mostRecency = most(candidates, Candidate::recency);
        this.contributed = contributed;
        double sum = VOTING + PROFILE + RECENCY;
        for (Map.Entry<String, Double> weight : contributed.entrySet()) {
            this.mostContributed.put(weight.getKey(), most(candidates, one -> one.contributed(weight.getKey())));
            sum += weight.getValue();
        }
        this.all = sum;
    }

    /** @return between 0 and 1 */
    double score(Candidate candidate)
    {
        double score = voting(candidate.voting()) + profile(candidate.profile()) + recency(candidate.recency());
        for (String kind : this.contributed.keySet()) {
            score += contributed(kind, candidate.contributed(kind));
        }
        return score / this.all;
    }

    double voting(double value)
    {
        return VOTING * dampened(value, this.mostVoting);
    }

    double profile(double value)
    {
        return PROFILE * dampened(value, this.mostProfile);
    }

    double recency(double value)
    {
        return RECENCY * dampened(value, this.mostRecency);
    }

    double contributed(String kind, double value)
    {
        return this.contributed.get(kind) * part(value, this.mostContributed.get(kind));
    }

    private static double dampened(double value, double most)
    {
        return Math.log1p(STEEPNESS * part(value, most)) / Math.log1p(STEEPNESS);
    }

    private static double part(double value, double most)
    {
        return most > 0 ? value / most : 0;
    }

    private static double most(Collection<Candidate> candidates, ToDoubleFunction<Candidate> part)
    {
        return candidates.stream().mapToDouble(part).max().orElse(0);
    }
}
