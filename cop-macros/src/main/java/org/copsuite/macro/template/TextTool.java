/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.copsuite.PlainText;
import org.copsuite.spi.Message;
import org.copsuite.wiki.Texts;

/**
 * Offers messages and times to templates in the reader's language, as plain text that the template escapes. Not
 * thread-safe.
 */
public final class TextTool
{
    private final Texts texts;

    private final Locale locale;

    private final ZoneId zone;

    private final boolean zoned;

    private final DateTimeFormatter moments;

    private final DateTimeFormatter days;

    private final Map<Counted, String> counted = new HashMap<>();

    /**
     * @param texts the messages
     * @param locale the language of the reader
     * @param zone the time zone of the reader
     */
    public TextTool(Texts texts, Locale locale, ZoneId zone)
    {
        this(texts, locale, zone, false);
    }

    /**
     * @param texts the messages
     * @param locale the language of the reader
     * @param zone the time zone for times
     * @param zoned whether times name the zone, as for a reader who has not chosen one
     */
    public TextTool(Texts texts, Locale locale, ZoneId zone, boolean zoned)
    {
        this.zoned = zoned;
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
        this.moments =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale).withZone(zone);
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).withZone(zone);
    }

    /**
     * Cache key of a message with a number.
     *
     * @param key a translation key
     * @param number its only argument
     */
    private record Counted(String key, Number number)
    {
    }

    /**
     * @param key a translation key
     * @param arguments the values of {@code {0}}, {@code {1}} ... in the message
     * @return the message
     */
    public String get(String key, Object... arguments)
    {
        if (arguments.length == 1 && arguments[0] instanceof Number) {
            // Each row of a list repeats the same messages, mostly with the same few numbers.
            return this.counted.computeIfAbsent(new Counted(key, (Number) arguments[0]),
                counted -> this.texts.text(this.locale, key, arguments));
        }
        Object[] isolated = Arrays.stream(arguments)
            .map(argument -> argument instanceof String text ? PlainText.isolate(text) : argument).toArray();
        return this.texts.text(this.locale, key, isolated);
    }

    /**
     * @param message a message
     * @return the message, with those of its arguments that are messages
     */
    public String message(Message message)
    {
        return get(message.key(), message.arguments().stream()
            .map(argument -> argument instanceof Message part ? message(part) : argument).toArray());
    }

    /** @return the language as a value of the {@code lang} attribute */
    public String getLanguage()
    {
        return this.locale.toLanguageTag();
    }

    /** @return the reader's time zone */
    public ZoneId getZone()
    {
        return this.zone;
    }

    /**
     * @param at a moment
     * @return date and time in the reader's format, with the zone if the reader has not chosen one
     */
    public String moment(Instant at)
    {
        String moment = this.moments.format(at);
        return this.zoned ? moment + ' ' + zoneName(at) : moment;
    }

    private String zoneName(Instant at)
    {
        ZoneOffset offset = this.zone.getRules().getOffset(at);
        if (this.zone.normalized() instanceof ZoneOffset || "UTC".equals(this.zone.getId())) {
            return offset.getTotalSeconds() == 0 ? "UTC" : "UTC" + offset.getId();
        }
        return DateTimeFormatter.ofPattern("zzz", this.locale).withZone(this.zone).format(at);
    }

    /** @return whether times name the zone */
    public boolean isZoned()
    {
        return this.zoned;
    }

    /**
     * @param at a moment
     * @return the date in the reader's format
     */
    public String day(Instant at)
    {
        return this.days.format(at);
    }

    /**
     * @param day a day
     * @return the date in the reader's format
     */
    public String date(LocalDate day)
    {
        return this.days.format(day.atTime(LocalTime.NOON).atZone(this.zone));
    }

    /**
     * @param at a moment
     * @return the moment as a value of the {@code datetime} attribute
     */
    public String machine(Instant at)
    {
        return at.toString();
    }

    /**
     * @param value a value of a query parameter, or a segment of a path
     * @return the value, percent-encoded
     */
    public String url(Object value)
    {
        return encode(String.valueOf(value));
    }

    /**
     * @param value a name or value of a query parameter, or a segment of a path
     * @return the value, percent-encoded
     */
    public static String encode(String value)
    {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
