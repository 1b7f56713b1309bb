/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Counter;
import org.copsuite.ledger.Counters;
import org.copsuite.wiki.UserId;

/**
 * Points or a count that one entry gives to one person, or takes away.
 *
 * @param person the person
 * @param community the community, {@link Counters#NOWHERE} for none
 * @param day the day, as {@link PointsRow#day}
 * @param capped points that count toward the daily cap
 * @param uncapped points that do not
 * @param count what is counted, {@code null} for points
 * @param number the number to add to the counter
 */
record Earning(UserId person, CommunityId community, int day, int capped, int uncapped, Counter count, int number)
{
    /** @return the opposite earning */
    Earning negated()
    {
        return new Earning(this.person, this.community, this.day, -this.capped, -this.uncapped, this.count,
            -this.number);
    }

    /** @return all points, before the cap */
    int points()
    {
        return this.capped + this.uncapped;
    }

    /** @return whether it changes points */
    boolean isPaid()
    {
        return this.capped != 0 || this.uncapped != 0;
    }

    /** @return the number that it changes; only for a count */
    Counters.Bucket bucket()
    {
        return new Counters.Bucket(this.count, this.community, this.day);
    }
}
