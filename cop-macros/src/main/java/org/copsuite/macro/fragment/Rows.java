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
 * Rows of lists, printed once for all who would read the same. A row is kept by everything that is printed in it and not
 * by what it is about: whatever changes makes another row, and who may not view a question never asks for its row. Only
 * the translations are not looked at; they are anew after a minute.
 */
final class Rows
{
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** Characters; a row has one to two thousand. */
    private static final long SIZE = 8_000_000;

    private final Cache<Row, Html> printed = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumWeight(SIZE)
        .<Row, Html>weigher((row, html) -> html.value().length()).build();

    private final BiFunction<String, Map<String, ?>, Html> templates;

    /** @param templates prints a template with values */
    Rows(BiFunction<String, Map<String, ?>, Html> templates)
    {
        this.templates = templates;
    }

    /**
     * All that a row depends on.
     *
     * @param template the template that prints it
     * @param shown what it shows, equal only to what prints alike
     * @param community whether it names the community
     * @param language the reader's
     * @param zone the reader's time zone
     * @param zoned whether times name the zone
     * @param address where the question is viewed, as linked from here
     * @param list where all questions are listed, as linked from here
     * @param age how long ago it was asked
     */
    record Row(String template, Object shown, boolean community, String language, ZoneId zone, boolean zoned,
        String address, String list, Age age)
    {
    }

    /**
     * @param row what to print
     * @param cop makes links
     * @return the row
     */
    Html print(Row row, PageTool cop)
    {
        return this.printed.get(row, missing -> this.templates.apply(missing.template(),
            Map.of("cop", cop, "shown", missing.shown(), "showCommunity", missing.community())));
    }
}
