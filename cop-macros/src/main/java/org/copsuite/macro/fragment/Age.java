/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.time.Duration;
import java.time.Instant;

import org.copsuite.macro.template.TextTool;

/**
 * Age of a moment as people say it: up to a month in words, then as a date.
 *
 * @param key the translation key of the words, {@code null} for the date
 * @param number the number of minutes, hours or days in the words
 */
record Age(String key, long number)
{
    private static final int DAYS = 30;

    /**
     * @param at the moment
     * @param now the current time
     * @return its age; a moment more than a minute in the future, beyond what clocks may differ, counts as a date
     */
    static Age of(Instant at, Instant now)
    {
        Duration age = Duration.between(at, now);
        if (age.toDays() > DAYS || age.toMinutes() < -1) {
            return new Age(null, 0);
        }
        if (age.toDays() > 0) {
            return new Age("cop.time.days", age.toDays());
        }
        if (age.toHours() > 0) {
            return new Age("cop.time.hours", age.toHours());
        }
        return age.toMinutes() > 0 ? new Age("cop.time.minutes", age.toMinutes()) : new Age("cop.time.now", 0);
    }

    /**
     * @param text the messages
     * @param at the moment
     * @return its age in the reader's language
     */
    String words(TextTool text, Instant at)
    {
        return this.key == null ? text.day(at) : text.get(this.key, this.number);
    }
}
