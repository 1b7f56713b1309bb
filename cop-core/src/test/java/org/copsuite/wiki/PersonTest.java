/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.time.ZoneOffset;
import java.util.Locale;

import org.copsuite.PlainText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that names cannot change the text direction of their surroundings. */
class PersonTest
{
    private static String name(String name)
    {
        return new Person(new UserId("ada"), name, null, null, Locale.ENGLISH, ZoneOffset.UTC, true).name();
    }

    @Test
    void losesWhatTurnsTheDirection()
    {
        assertThat(name("Ada \u202egnp.exe\u202c")).isEqualTo("Ada gnp.exe");
        assertThat(name("\u2066Ada\u2069 \u200f\u061cL\u200e")).isEqualTo("Ada L");
        assertThat(name(" Ada\nLovelace\u0000 ")).isEqualTo("Ada Lovelace");
        assertThat(name("\u0639\u0644\u064a")).isEqualTo("\u0639\u0644\u064a");
        assertThat(name("\u202e \u2066")).isEqualTo("ada");
        assertThat(name(null)).isEqualTo("ada");
    }

    @Test
    void isIsolatedInASentence()
    {
        assertThat(PlainText.isolate("Ada")).isEqualTo("Ada");
        assertThat(PlainText.isolate("\u0639\u0644\u064a")).isEqualTo("\u2068\u0639\u0644\u064a\u2069");
        assertThat(PlainText.isolate("\u05d0 b")).startsWith("\u2068").endsWith("\u2069");
        assertThat(PlainText.line(PlainText.isolate("\u05d0"))).isEqualTo("\u05d0");
    }
}
