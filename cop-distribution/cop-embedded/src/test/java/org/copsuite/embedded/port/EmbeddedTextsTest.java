/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class EmbeddedTextsTest
{
    private final EmbeddedTexts texts = new EmbeddedTexts();

    /** Browsers may send a thousand languages and regions, and any that there are not. */
    @Test
    void keepsEachMessageOnceHoweverManyLanguagesAreAskedFor() throws IOException
    {
        Set<Locale> languages = new HashSet<>();
        Stream.concat(Stream.of(Locale.getAvailableLocales()),
            Stream.iterate(0, i -> i + 1).limit(1000).map(i -> Locale.forLanguageTag("en-x-a" + i))).forEach(locale -> {
                assertThat(this.texts.text(locale, "embedded.error.title")).isNotEmpty();
                languages.add(this.texts.language(locale));
            });

        int written = 0;
        for (Locale language : languages) {
            String name = ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES)
                .toBundleName("ApplicationResources", language);
            for (URL url : Collections.list(getClass().getClassLoader().getResources(name + ".properties"))) {
                Properties file = new Properties();
                file.load(url.openStream());
                written += file.size();
            }
        }
        assertThat(this.texts.size()).isPositive().isLessThanOrEqualTo(written);
    }

    @Test
    void aCacheHasOneEntryForAllWhoReadTheSameMessages()
    {
        assertThat(this.texts.language(Locale.CANADA_FRENCH)).isEqualTo(Locale.FRENCH);
        assertThat(this.texts.language(Locale.FRENCH)).isEqualTo(Locale.FRENCH);
        assertThat(this.texts.language(Locale.US)).isEqualTo(this.texts.language(Locale.forLanguageTag("en-x-a1")));
    }
}
