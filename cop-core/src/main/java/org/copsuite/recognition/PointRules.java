/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition;

import java.util.Map;
import java.util.Set;

/**
 * What acts earn. Read from {@code cop-rules.properties}; a wiki's own file beside its data comes before the suite's.
 *
 * @param points by rule name ({@code asked}, {@code answered}, {@code question-voted-up}, {@code question-voted-down},
 *            {@code answer-voted-up}, {@code answer-voted-down}, {@code voted-down}, {@code accepted},
 *            {@code accepting}, {@code thanked} ...), what it earns; may be negative
 * @param capped the names of the rules whose points count toward the daily cap
 * @param dailyCap how many points of those rules one earns a day (UTC) in a community at most
 * @param thanksAWeek how many thanks one may give a week
 * @param fingerprint changes with the rules; points made under another fingerprint are computed again
 */
public record PointRules(Map<String, Integer> points, Set<String> capped, int dailyCap, int thanksAWeek,
    String fingerprint)
{
    /** Copies. */
    public PointRules
    {
        points = Map.copyOf(points);
        capped = Set.copyOf(capped);
    }

    /**
     * @param rule a rule's name
     * @return what it earns, 0 where there is no such rule
     */
    public int of(String rule)
    {
        return this.points.getOrDefault(rule, 0);
    }
}
