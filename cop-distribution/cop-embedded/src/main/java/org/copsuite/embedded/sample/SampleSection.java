/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A section of a sample file: an account, a question, an answer ...
 *
 * @param kind what it is, as written behind the four number signs
 * @param fields its fields, by name
 * @param text what follows the fields, may be empty
 */
record SampleSection(String kind, Map<String, String> fields, String text)
{
    private static final String SEPARATORS = "[,\\s]+";

    /** Copies. */
    SampleSection
    {
        fields = Map.copyOf(fields);
    }

    /** @return the field's value; a section without it is a mistake in the file */
    String get(String name)
    {
        String value = this.fields.get(name);
        if (value == null) {
            throw new IllegalStateException("A section " + this.kind + " of the samples has no field " + name + '.');
        }
        return value;
    }

    boolean has(String name)
    {
        return this.fields.containsKey(name);
    }

    /** @return the field's words, separated by spaces or commas; none where there is no such field */
    List<String> words(String name)
    {
        return has(name) ? Arrays.asList(get(name).split(SEPARATORS)) : List.of();
    }

    /** @return the time that a field such as {@code 12d 09:30} names: so many days before now, at that time in UTC */
    Instant time(String name, Instant now)
    {
        return time(words(name), now);
    }

    /** @return the id of what the samples know by a key: the same in every wiki */
    static UUID id(String key)
    {
        return UUID.nameUUIDFromBytes(("sample/" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #time(String, Instant)}, for the two words of a longer field. */
    static Instant time(List<String> words, Instant now)
    {
        int days = Integer.parseInt(words.get(0).replace("d", ""));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return today.minusDays(days).atTime(LocalTime.parse(words.get(1))).toInstant(ZoneOffset.UTC);
    }
}
