/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.UUID;

import org.copsuite.wiki.UserId;

/**
 * What one row of the ledger earns one person, or takes away.
 *
 * @param person who
 * @param community in which community, {@link PointsRow#NOWHERE} for none
 * @param day on which day, as {@link PointsRow#day}
 * @param capped points that the daily cap is for
 * @param uncapped points that it is not for
 * @param counts what is counted beside the points
 */
record Earning(UserId person, UUID community, int day, int capped, int uncapped, Counts counts)
{
    /** @return the same taken away */
    Earning negated()
    {
        return new Earning(this.person, this.community, this.day, -this.capped, -this.uncapped, this.counts.negated());
    }

    /** @return whether it changes nothing */
    boolean isNothing()
    {
        return this.capped == 0 && this.uncapped == 0 && this.counts.equals(Counts.NONE);
    }

    /** @return all points, before any cap */
    int points()
    {
        return this.capped + this.uncapped;
    }

    /**
     * What is counted beside the points.
     *
     * @param questions questions asked
     * @param answers answers given
     * @param accepted answers that were accepted
     * @param thanks thanks received
     */
    record Counts(int questions, int answers, int accepted, int thanks)
    {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        static final Counts QUESTION = new Counts(1, 0, 0, 0);

        static final Counts ANSWER = new Counts(0, 1, 0, 0);

        static final Counts ACCEPTED = new Counts(0, 0, 1, 0);

        static final Counts THANKS = new Counts(0, 0, 0, 1);

        Counts negated()
        {
            return new Counts(-this.questions, -this.answers, -this.accepted, -this.thanks);
        }
    }
}
