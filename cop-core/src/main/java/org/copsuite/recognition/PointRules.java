/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition;

import java.util.Map;
import java.util.Set;

/**
 * Points in force: what the {@link org.copsuite.spi.PointRule point rules} declare, overridden by a wiki's own
 * {@code cop-rules.properties} beside its data.
 *
 * @param points the points by the name of a rate, such as {@code thanked}; may be negative
 * @param capped the names of the rates whose points count toward the daily cap
 * @param dailyCap the maximum number of points by those rates per person, day (UTC) and community
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
     * @param rate the name of a rate
     * @return its points, 0 for an unknown rate
     */
    public int of(String rate)
    {
        return this.points.getOrDefault(rate, 0);
    }
}
