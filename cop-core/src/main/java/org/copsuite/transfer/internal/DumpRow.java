/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Row of a file of a dump. Its accessors throw a {@link BadRowException} for an invalid value.
 *
 * @param file the name of the file
 * @param line the line in which the row starts
 * @param attributes the attributes of the row
 */
record DumpRow(String file, long line, Map<String, String> attributes)
{
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final long COUNT_MAXIMUM = 1_000_000_000;

    boolean has(String name)
    {
        return !text(name).isBlank();
    }

    String text(String name)
    {
        return this.attributes.getOrDefault(name, "");
    }

    String needText(String name) throws BadRowException
    {
        if (!has(name)) {
            throw new BadRowException(name + " is missing");
        }
        return text(name);
    }

    long number(String name) throws BadRowException
    {
        try {
            return Long.parseLong(needText(name).strip());
        } catch (NumberFormatException e) {
            throw new BadRowException(name + " is not a whole number", e);
        }
    }

    long number(String name, long otherwise) throws BadRowException
    {
        return has(name) ? number(name) : otherwise;
    }

    /** @return the value of the attribute, 0 if it is missing */
    int count(String name) throws BadRowException
    {
        long number = number(name, 0);
        if (Math.abs(number) > COUNT_MAXIMUM) {
            throw new BadRowException(name + " is not a plausible number");
        }
        return (int) number;
    }

    /** @return the value of the attribute; a time without a zone is in UTC, as in dumps */
    Instant time(String name) throws BadRowException
    {
        String text = needText(name).strip();
        try {
            Instant time = text.endsWith("Z") ? Instant.parse(text) : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new BadRowException(name + " is not a plausible date");
            }
            return time;
        } catch (DateTimeException e) {
            throw new BadRowException(name + " is not a date", e);
        }
    }
}
