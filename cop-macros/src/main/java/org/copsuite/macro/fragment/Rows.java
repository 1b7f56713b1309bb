/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.BiFunction;

import org.copsuite.wiki.Html;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Cache of printed list rows, shared by all readers. The key is everything that the row contains, not the id of its
 * question: any change leads to another key, and a reader who may not view a question never requests its row. Only the
 * translations are not part of the key; a changed translation appears after a minute.
 */
final class Rows
{
    private static final Duration EXPIRY = Duration.ofMinutes(1);

    /** Maximum weight of the cache, in characters. A row has one to two thousand. */
    private static final long SIZE = 8_000_000;

    private final Cache<Row, Html> cache = Caffeine.newBuilder().expireAfterWrite(EXPIRY).maximumWeight(SIZE)
        .<Row, Html>weigher((row, html) -> html.value().length()).build();

    private final BiFunction<String, Map<String, ?>, Html> templates;

    /** @param templates the function that prints a template with values */
    Rows(BiFunction<String, Map<String, ?>, Html> templates)
    {
        this.templates = templates;
    }

    /**
     * Cache key: everything that a row depends on.
     *
     * @param template the template that prints it
     * @param shown the object it shows; equal objects print the same HTML
     * @param community whether it names the community
     * @param language the reader's language
     * @param zone the reader's time zone
     * @param zoned whether times name the zone
     * @param address the URL of the question, as linked from the current page
     * @param list the URL of the list of all questions, as linked from the current page
     * @param age the age of the question
     */
    record Row(String template, Object shown, boolean community, String language, ZoneId zone, boolean zoned,
        String address, String list, Age age)
    {
    }

    /**
     * @param row the row
     * @param cop the tool that makes links
     * @return the row as HTML
     */
    Html print(Row row, PageTool cop)
    {
        return this.cache.get(row, missing -> this.templates.apply(missing.template(),
            Map.of("cop", cop, "shown", missing.shown(), "showCommunity", missing.community())));
    }
}
