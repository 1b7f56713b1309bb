/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.search.SearchService.Answerer;
import org.copsuite.spi.ExpertiseEvidence.Evidence;
import org.copsuite.spi.Message;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The measured mix stays what it is, to the last bit, while only declared topics are contributed. */
class WeightsTest
{
    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static Candidate candidate(double profile, double recency, double declared)
    {
        Candidate candidate = new Candidate();
        candidate.answeredTag("rye", new Answerer(ANNA, 1, 0, 0), profile);
        candidate.answeredLately(recency);
        if (declared > 0) {
            candidate.contributed("declared",
                new Evidence(ANNA, "rye", declared, Level.EXPERT, Message.of("declared")));
        }
        return candidate;
    }

    @Test
    void theScoreIsTheWeightedSumOfTheSharesOfTheStrongest()
    {
        Candidate strong = candidate(7.3, 0.9, 4);
        Candidate weak = candidate(0.7, 0.31, 1);
        Candidate silent = candidate(0.1, 0, 0);
        SortedMap<String, Double> weights = new TreeMap<>();
        weights.put("declared", 0.5);
        Weights all = new Weights(List.of(strong, weak, silent), weights);
        assertThat(all.score(strong)).isEqualTo((0.0 + 0.5 + 1.0 + 0.5) / 2.5);
        assertThat(all.score(weak)).isEqualTo((0.0 + 0.5 * (0.7 / 7.3) + 1.0 * (0.31 / 0.9) + 0.5 * (1.0 / 4.0)) / 2.5);
        assertThat(all.score(silent)).isEqualTo(0.5 * (0.1 / 7.3) / 2.5);
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
        assertThat(all.score(declared)).isEqualTo((0.5 + 0.5) / 3.5);
        assertThat(all.score(praised)).isEqualTo((0.5 + 1.0) / 3.5);
    }
}
