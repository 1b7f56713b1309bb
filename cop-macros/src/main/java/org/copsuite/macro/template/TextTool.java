/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.net.URLEncoder;
import java.util.Locale;

import org.copsuite.wiki.Texts;

/** What templates say, in the language of the reader. It gives plain text; printing escapes it. */
public final class TextTool
{
    private final Texts texts;

    private final Locale locale;

    private final ZoneId zone;

    /**
     * @param texts the messages
     * @param locale the language of the reader
     * @param zone the time zone of the reader
     */
    public TextTool(Texts texts, Locale locale, ZoneId zone)
    {
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
    }

    /**
     * @param key a translation key
     * @param arguments what stands for {@code {0}}, {@code {1}} ... in it
     * @return the message
     */
    public String get(String key, Object... arguments)
    {
        return this.texts.text(this.locale, key, arguments);
    }

    /** @return the language, as the {@code lang} attribute takes it */
    public String getLanguage()
    {
        return this.locale.toLanguageTag();
    }

    /**
     * @param at a moment
     * @return day and time as people read them
     */
    public String moment(Instant at)
    {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(this.locale)
            .format(at.atZone(this.zone));
    }

    /**
     * @param at a moment
     * @return the day as people read it
     */
    public String day(Instant at)
    {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(this.locale)
            .format(at.atZone(this.zone));
    }

    /**
     * @param at a moment
     * @return the same for the {@code datetime} attribute
     */
    public String machine(Instant at)
    {
        return DateTimeFormatter.ISO_INSTANT.format(at.atZone(ZoneOffset.UTC));
    }

    /**
     * @param value a value of a query parameter or a segment of a path
     * @return the value encoded
     */
    public String url(Object value)
    {
        return encode(String.valueOf(value));
    }

    /**
     * @param value a name or value of a query parameter, or a segment of a path
     * @return the same encoded
     */
    public static String encode(String value)
    {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
