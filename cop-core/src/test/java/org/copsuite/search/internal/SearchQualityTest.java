/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.copsuite.search.AbstractIndexTest;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Search;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Searches with an obvious target, in {@code searches.txt}: how many find it among the first five. */
class SearchQualityTest extends AbstractIndexTest
{
    private static final int FIRST = 5;

    private static final double SHARE = 0.97;

    private static final Pattern ESCAPED = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    @Test
    void almostAllSearchesHaveTheirTargetAmongTheFirstFive() throws Exception
    {
        Map<String, String> targets = write();
        caughtUp();
        SearchService searchService = this.wiki.get(SearchService.class);
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, String> search : targets.entrySet()) {
            List<String> found = searchService.search(UserId.GUEST, new Search(WIKI, search.getKey(), null, null, null,
                FIRST))
                .items().stream().map(hit -> hit.item().title()).toList();
            if (!found.contains(search.getValue())) {
                missed.add("\n" + search.getKey() + " -> " + search.getValue() + ", not " + found);
            }
        }
        assertThat(targets).hasSizeGreaterThan(200);
        assertThat(1 - (double) missed.size() / targets.size()).as(missed.toString()).isGreaterThanOrEqualTo(SHARE);
    }

    /** @return the title of the target by what is searched for */
    private Map<String, String> write() throws Exception
    {
        Map<String, String> targets = new LinkedHashMap<>();
        String title = null;
        String body = "";
        List<String> tags = List.of();
        for (String line : lines()) {
            String rest = line.substring(Math.min(2, line.length()));
            switch (line.charAt(0)) {
                case '=' -> {
                    if (title != null) {
                        ask(this.anna, this.open, title, body, tags.toArray(new String[0]));
                    }
                    title = rest;
                    tags = List.of();
                }
                case '>' -> body = rest;
                case '+' -> tags = List.of(rest.split(" "));
                case '?' -> targets.put(rest, title);
                default -> throw new IOException("What is this? " + line);
            }
        }
        ask(this.anna, this.open, title, body, tags.toArray(new String[0]));
        return targets;
    }

    private static List<String> lines() throws IOException
    {
        try (BufferedReader reader = new BufferedReader(
            new InputStreamReader(SearchQualityTest.class.getResourceAsStream("searches.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> ESCAPED.matcher(line).replaceAll(hex -> String.valueOf((char) Integer.parseInt(hex.group(1), 16))))
                .toList();
        }
    }
}
