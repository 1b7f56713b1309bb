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
 * A section of a sample file: an account, a question, an answer and so on.
 *
 * @param kind the kind of the section, as in the file after {@code ####}
 * @param fields the fields by name
 * @param text the text after the fields, may be empty
 */
record SampleSection(String kind, Map<String, String> fields, String text)
{
    private static final String SEPARATORS = "[,\\s]+";

    /** Copies the fields. */
    SampleSection
    {
        fields = Map.copyOf(fields);
    }

    /**
     * @return the value of the field
     * @throws IllegalStateException if the section does not have the field, which means that the file is wrong
     */
    String get(String name)
    {
        String value = this.fields.get(name);
        if (value == null) {
            throw new IllegalStateException("Missing field [" + name + "] in a section [" + this.kind
                + "] of the samples");
        }
        return value;
    }

    boolean has(String name)
    {
        return this.fields.containsKey(name);
    }

    /** @return the words in the field, separated by spaces or commas; empty if the section does not have the field */
    List<String> words(String name)
    {
        return has(name) ? Arrays.asList(get(name).split(SEPARATORS)) : List.of();
    }

    /** @return the time in a field such as {@code 12d 09:30}: that many days before now, at that time of day in UTC */
    Instant time(String name, Instant now)
    {
        return time(words(name), now);
    }

    /** @return the UUID for a key of the samples, the same in every wiki */
    static UUID id(String key)
    {
        return UUID.nameUUIDFromBytes(("sample/" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #time(String, Instant)}, for two words of a longer field. */
    static Instant time(List<String> words, Instant now)
    {
        int days = Integer.parseInt(words.get(0).replace("d", ""));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return today.minusDays(days).atTime(LocalTime.parse(words.get(1))).toInstant(ZoneOffset.UTC);
    }
}
