/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assertj.core.data.Offset;
import org.copsuite.search.SearchService.Answerer;
import org.copsuite.search.SearchService.Answerers;
import org.copsuite.search.SearchService.LatestAnswer;
import org.copsuite.search.SearchService.Tagged;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

class AnswerAgesTest
{
    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static final UserId BERT = new UserId("xwiki:XWiki.bert");

    private static final UserId CARL = new UserId("xwiki:XWiki.carl");

    private static final Offset<Double> BIT = Offset.offset(1e-12);

    private static final Tagged RYE = new Tagged("rye", 4,
        List.of(new Answerer(BERT, 2, 0, 0), new Answerer(ANNA, 1, 1, 0), new Answerer(CARL, 1, 0, 0)));

    /** Newest first; Carl's answer and one of Bert's are older than all of these. */
    private final AnswerAges ages = new AnswerAges(new Answerers(12, List.of(RYE), List.of(),
        List.of(new LatestAnswer(CARL, 900, Set.of("oven")), new LatestAnswer(ANNA, 800, Set.of("rye", "oven")),
            new LatestAnswer(BERT, 800, Set.of("rye")))));

    @Test
    void anAnswerFadesWithTheAnswersGivenSince()
    {
        assertThat(this.ages.ofSimilar(900)).isEqualTo(1);
        assertThat(this.ages.ofSimilar(850)).isCloseTo(Math.exp(-1 / 200.0), BIT);
        assertThat(this.ages.ofSimilar(800)).isBetween(Math.exp(-2 / 200.0), Math.exp(-1 / 200.0));
        assertThat(this.ages.ofSimilar(1)).as("older than the latest answers").isCloseTo(Math.exp(-3 / 200.0), BIT);
    }

    @Test
    void theAnswersOnATagAreSummed()
    {
        double rarity = Math.log(1 + 12 / 4.0);
        Map<UserId, Double> sums = this.ages.ofTag(RYE);
        assertThat(sums).containsOnlyKeys(ANNA, BERT, CARL);
        assertThat(sums.get(ANNA)).isCloseTo(rarity * Math.exp(-0.01), BIT);
        assertThat(sums.get(BERT)).isCloseTo(rarity * (Math.exp(-0.02) + Math.exp(-0.03)), BIT);
        assertThat(sums.get(CARL)).as("only an old answer").isCloseTo(rarity * Math.exp(-0.03), BIT);
    }

    @Test
    void aWikiWithoutAnswersHasNoAges()
    {
        AnswerAges none = new AnswerAges(new Answerers(0, List.of(), List.of(), List.of()));
        assertThat(none.ofSimilar(5)).isEqualTo(1);
    }
}
