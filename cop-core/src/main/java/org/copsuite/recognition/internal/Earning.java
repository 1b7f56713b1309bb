/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.UUID;

import org.copsuite.spi.PointRule.Counter;
import org.copsuite.wiki.UserId;

/**
 * Points that one entry gives to one person, or takes away.
 *
 * @param person the person
 * @param community the community, {@link PointsRow#NOWHERE} for none
 * @param day the day, as {@link PointsRow#day}
 * @param capped points that count toward the daily cap
 * @param uncapped points that do not
 * @param counts counters beside the points
 */
record Earning(UserId person, UUID community, int day, int capped, int uncapped, Counts counts)
{
    /** @return the opposite earning */
    Earning negated()
    {
        return new Earning(this.person, this.community, this.day, -this.capped, -this.uncapped, this.counts.negated());
    }

    /** @return whether it changes nothing */
    boolean isNothing()
    {
        return this.capped == 0 && this.uncapped == 0 && this.counts.equals(Counts.NONE);
    }

    /** @return all points, before the cap */
    int points()
    {
        return this.capped + this.uncapped;
    }

    /**
     * Counters beside the points.
     *
     * @param questions questions asked
     * @param answers answers given
     * @param accepted answers accepted
     * @param thanks thanks received
     */
    record Counts(int questions, int answers, int accepted, int thanks)
    {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        static Counts of(Counter counter)
        {
            return switch (counter) {
                case NONE -> NONE;
                case QUESTIONS -> new Counts(1, 0, 0, 0);
                case ANSWERS -> new Counts(0, 1, 0, 0);
                case ACCEPTED -> new Counts(0, 0, 1, 0);
                case THANKS -> new Counts(0, 0, 0, 1);
            };
        }

        Counts negated()
        {
            return new Counts(-this.questions, -this.answers, -this.accepted, -this.thanks);
        }
    }
}
