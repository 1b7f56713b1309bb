/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;

import org.copsuite.macro.template.TextTool;
import org.copsuite.wiki.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest
{
    private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PT0S | cop.time.now[0]
        PT59.9S | cop.time.now[0]
        PT1M | cop.time.minutes[1]
        PT59M59S | cop.time.minutes[59]
        PT1H | cop.time.hours[1]
        PT23H59M | cop.time.hours[23]
        P1D | cop.time.days[1]
        P30DT23H | cop.time.days[30]
        P31D | Feb 3, 2026
        PT-90S | cop.time.now[0]
        PT-3M | Feb 3, 2026
        """)
    void isSaidAsPreciselyAsPeopleSayIt(Duration since, String words)
    {
        Texts texts = mock(Texts.class);
        when(texts.text(any(), anyString(), any(Object[].class)))
            .then(call -> call.getArgument(1) + Arrays.toString(Arrays.copyOfRange(call.getArguments(), 2, 3)));
        TextTool text = new TextTool(texts, Locale.ENGLISH, ZoneOffset.UTC);

        assertThat(Age.of(AT, AT.plus(since)).words(text, AT)).isEqualTo(words);
    }
}
