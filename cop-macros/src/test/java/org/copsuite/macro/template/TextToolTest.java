/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import org.copsuite.wiki.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** Times say their zone to who has not chosen one. */
class TextToolTest
{
    private static final Instant AT = Instant.parse("2026-07-01T10:00:00Z");

    private static String moment(String zone, boolean zoned)
    {
        return new TextTool(mock(Texts.class), Locale.ENGLISH, ZoneId.of(zone), zoned).moment(AT);
    }

    @ParameterizedTest
    @CsvSource({"Z,10:00,UTC", "UTC,10:00,UTC", "GMT,10:00,UTC", "+05:30,3:30,UTC+05:30", "Europe/Berlin,12:00,CEST"})
    void zonesAreNamed(String zone, String time, String name)
    {
        assertThat(moment(zone, true)).startsWith("Jul 1, 2026").contains(time).endsWith(' ' + name);
    }

    @Test
    void membersHaveChosenTheirs()
    {
        assertThat(moment("Europe/Berlin", false)).endsWith("PM").doesNotContain("CEST");
    }
}
