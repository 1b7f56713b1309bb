/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.search.SearchService.Answerer;
import org.copsuite.search.SearchService.Answerers;
import org.copsuite.search.SearchService.LatestAnswer;
import org.copsuite.search.SearchService.Tagged;
import org.copsuite.wiki.UserId;

/**
 * The age of an answer, as the number of answers that the reader may view and that were given since. Knowledge fades by
 * what others have written meanwhile, in a quiet wiki more slowly than in a busy one.
 */
class AnswerAges
{
    /** The number of answers after which an answer that is found by the text counts 1/e of a new one. */
    static final double SIMILAR = 200;

    /** The number of answers after which an answer on a tag counts 1/e of a new one. */
    static final double TAGGED = 100;

    private final Answerers answerers;

    /** The times of the latest answers, newest first, negated: ascending. */
    private final List<Long> times;

    AnswerAges(Answerers answerers)
    {
        this.answerers = answerers;
        this.times = answerers.latest().stream().map(answer -> -answer.created()).toList();
    }

    /**
     * @param created when an answer was written, in milliseconds of the epoch
     * @return what an answer found by the text counts, between 0 and 1
     */
    double ofSimilar(long created)
    {
        int found = Collections.binarySearch(this.times, -created);
        return Math.exp(-(found < 0 ? -found - 1 : found) / SIMILAR);
    }

    /**
     * @param tag a tag of the text
     * @return what the answers of each person on it count: rare tags more, like terms of a text, and late answers more.
     *         Answers older than the latest ones all count alike, very little
     */
    Map<UserId, Double> ofTag(Tagged tag)
    {
        double rarity = Math.log1p((double) this.answerers.answers() / tag.answers());
        Map<UserId, Double> sums = new HashMap<>();
        Map<UserId, Integer> late = new HashMap<>();
        int age = 0;
        for (LatestAnswer answer : this.answerers.latest()) {
            if (answer.tags().contains(tag.tag())) {
                sums.merge(answer.author(), rarity * Math.exp(-age / TAGGED), Double::sum);
                late.merge(answer.author(), 1, Integer::sum);
            }
            age++;
        }
        double oldest = rarity * Math.exp(-age / TAGGED);
        for (Answerer one : tag.people()) {
            int older = one.answers() - late.getOrDefault(one.author(), 0);
            sums.merge(one.author(), oldest * Math.max(0, older), Double::sum);
        }
        return sums;
    }
}
