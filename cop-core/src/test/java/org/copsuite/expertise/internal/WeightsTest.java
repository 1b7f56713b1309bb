/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.assertj.core.data.Offset;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.spi.ExpertiseEvidence.Evidence;
import org.copsuite.spi.Message;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The measured ranking stays what it is while only declared topics are contributed. */
class WeightsTest
{
    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static final Offset<Double> BIT = Offset.offset(1e-12);

    private static Candidate candidate(double profile, double recency, double declared)
    {
        Candidate candidate = new Candidate();
        candidate.answeredTag(profile);
        candidate.answeredLately(recency);
        if (declared > 0) {
            candidate.contributed("declared",
                new Evidence(ANNA, "rye", declared, Level.EXPERT, Message.of("declared")));
        }
        return candidate;
    }

    private static double dampened(double share)
    {
        return Math.log(1 + 20 * share) / Math.log(21);
    }

    @Test
    void theScoreIsTheWeightedSumOfTheDampenedSharesOfTheStrongest()
    {
        Candidate strong = candidate(7.3, 0.9, 4);
        Candidate weak = candidate(0.7, 0.31, 1);
        Candidate silent = candidate(0.1, 0, 0);
        SortedMap<String, Double> weights = new TreeMap<>();
        weights.put("declared", 0.5);
        Weights all = new Weights(List.of(strong, weak, silent), weights);
        assertThat(all.score(strong)).isCloseTo((0.0 + 0.5 + 1.0 + 0.5) / 2.8, BIT);
        assertThat(all.score(weak))
            .isCloseTo((0.5 * dampened(0.7 / 7.3) + dampened(0.31 / 0.9) + 0.5 * (1.0 / 4.0)) / 2.8, BIT);
        assertThat(all.score(silent)).isCloseTo(0.5 * dampened(0.1 / 7.3) / 2.8, BIT);
    }

    @Test
    void anotherKindOfEvidenceHasItsOwnShare()
    {
        Candidate declared = candidate(1, 0, 4);
        Candidate praised = candidate(1, 0, 0);
        praised.contributed("praised", new Evidence(ANNA, "rye", 3, null, Message.of("praised")));
        SortedMap<String, Double> weights = new TreeMap<>();
        weights.put("declared", 0.5);
        weights.put("praised", 1.0);
        Weights all = new Weights(List.of(declared, praised), weights);
        assertThat(all.score(declared)).isCloseTo((0.5 + 0.5) / 3.8, BIT);
        assertThat(all.score(praised)).isCloseTo((0.5 + 1.0) / 3.8, BIT);
    }
}
