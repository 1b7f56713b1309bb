/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition;

import java.util.Map;
import java.util.Set;

/**
 * Rules for points. Read from {@code cop-rules.properties}; a wiki's own file beside its data overrides the suite's.
 *
 * @param points the points by rule name ({@code asked}, {@code answered}, {@code question-voted-up},
 *            {@code question-voted-down}, {@code answer-voted-up}, {@code answer-voted-down}, {@code voted-down},
 *            {@code accepted}, {@code accepting}, {@code thanked} ...); may be negative
 * @param capped the names of the rules whose points count toward the daily cap
 * @param dailyCap the maximum number of points by those rules per person, day (UTC) and community
 * @param thanksAWeek the maximum number of thanks that a person gives in a week
 * @param fingerprint changes with the rules; points computed under another fingerprint are computed again
 */
public record PointRules(Map<String, Integer> points, Set<String> capped, int dailyCap, int thanksAWeek,
    String fingerprint)
{
    /** Copies the collections. */
    public PointRules
    {
        points = Map.copyOf(points);
        capped = Set.copyOf(capped);
    }

    /**
     * @param rule a rule's name
     * @return its points, 0 for an unknown rule
     */
    public int of(String rule)
    {
        return this.points.getOrDefault(rule, 0);
    }
}
