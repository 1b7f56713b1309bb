/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

/**
 * An objective of a community.
 *
 * @param id its id, unique in its charter
 * @param title what the community wants to achieve, one line
 * @param measure what the numbers count, one line
 * @param start the number at the beginning
 * @param target the number to reach, not the start; may be below it
 * @param now the present number
 * @param due the day by which the target is to be reached, {@code null} for no day
 */
public record Objective(UUID id, String title, String measure, BigDecimal start, BigDecimal target, BigDecimal now,
    LocalDate due)
{
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** @return the part of the way from start to target, in per cent, rounded down, 0 to 100 */
    public int percent()
    {
        BigDecimal way = this.target.subtract(this.start);
        if (way.signum() == 0) {
            return this.now.compareTo(this.target) == 0 ? WHOLE.intValue() : 0;
        }
        BigDecimal gone = this.now.subtract(this.start).multiply(WHOLE).divide(way, MathContext.DECIMAL64);
        return gone.max(BigDecimal.ZERO).min(WHOLE).setScale(0, RoundingMode.DOWN).intValue();
    }

    /** @return whether the target is reached */
    public boolean isReached()
    {
        return percent() == WHOLE.intValue();
    }

    /** @return whether the day has passed in UTC before the target was reached */
    public boolean isOverdue()
    {
        return !isReached() && this.due != null && this.due.isBefore(LocalDate.now(ZoneOffset.UTC));
    }

    /** @return a mark of its values: two objectives with equal marks have, in all likelihood, equal values */
    public String version()
    {
        return Integer.toHexString(
            Objects.hash(this.id, this.title, this.measure, this.start, this.target, this.now, this.due));
    }
}
