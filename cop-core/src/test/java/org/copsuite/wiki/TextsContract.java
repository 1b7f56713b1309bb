/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;

/**
 * The contract of {@link Texts}, tested on every binding. The binding finds {@code ApplicationResources} files with the
 * keys {@code cop.contract.plain} = {@code It's 100% plain}, {@code cop.contract.arguments} =
 * {@code {0} asked {1,number} questions, didn''t they?} and, in French, {@code cop.contract.plain} =
 * {@code C'est simple}.
 */
public abstract class TextsContract
{
    private static final String PLAIN = "cop.contract.plain";

    /** @return the binding under test */
    protected abstract Texts texts();

    @Test
    void translates()
    {
        assertThat(texts().text(Locale.ENGLISH, PLAIN)).isEqualTo("It's 100% plain");
        assertThat(texts().text(Locale.FRENCH, PLAIN)).isEqualTo("C'est simple");
        assertThat(texts().text(Locale.CANADA_FRENCH, PLAIN)).isEqualTo("C'est simple");
    }

    @Test
    void fallsBackToEnglish()
    {
        assertThat(texts().text(Locale.JAPAN, PLAIN)).isEqualTo("It's 100% plain");
        assertThat(texts().text(Locale.forLanguageTag("x-nowhere"), PLAIN)).isEqualTo("It's 100% plain");
        assertThat(texts().text(Locale.FRENCH, "cop.contract.arguments", "Ada", 3))
            .isEqualTo("Ada asked 3 questions, didn't they?");
    }

    @Test
    void fillsInArguments()
    {
        assertThat(texts().text(Locale.ENGLISH, "cop.contract.arguments", "{1} <b>", 1234))
            .isEqualTo("{1} <b> asked 1,234 questions, didn't they?");
    }

    @Test
    void givesTheKeyOfAMissingMessage()
    {
        assertThat(texts().text(Locale.ENGLISH, "cop.contract.none", "x")).isEqualTo("cop.contract.none");
    }
}
