/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.time.Duration;
import java.time.Instant;

import org.copsuite.macro.template.TextTool;

/**
 * How long ago something was, as precisely as people say it: up to a month in words, then as a day.
 *
 * @param key the words' translation key, {@code null} for the day
 * @param number how many minutes, hours or days the words name
 */
record Age(String key, long number)
{
    private static final int DAYS = 30;

    /**
     * @param at when it was
     * @param now the moment of the reader
     * @return its age; what lies in the future, beyond a clock's difference, is said as a day
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
     * @param at when it was
     * @return the age in the reader's words
     */
    String words(TextTool text, Instant at)
    {
        return this.key == null ? text.day(at) : text.get(this.key, this.number);
    }
}
