/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.search.internal.SearchWords.Marks;
import org.copsuite.search.internal.Tokenizer.Compound;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No word that is to be marked is held back, in whatever script and spelling. */
class WordPrefilterTest
{
    private static final WordStatistics.Counts NOTHING_KNOWN = new WordStatistics.Counts(Map.of(), Map.of());

    private static final List<String> HARD = List.of("e-mail", "E\u2011Mails", "ties", "don\u2019t",
        "re\u00ADtry_backOff", "Node.JS", "C++",
        "c#", ".NET", "ASP.NET", "l\u2019Erreur", "\uFF2E\uFF45\uFF54", "\u212Aelvin", "\u0130zmir", "na\u0131f", "STRASSE", "stra\u00DFe",
        "\u00BD", "\u0663", "\u30CF\u309A\u30B9", "\u0E19\u0E49\u0E33", "\u0439\u0419", "\u0451\u041C\u041A\u041E\u0421\u0422\u042C",
        "\uD83C\uDF5Ebread", "(queries),", "\"x\"");

    private static Marks marks(String search, boolean relaxed)
    {
        return SearchWords.of(QueryText.parse(search)).marks(relaxed, NOTHING_KNOWN);
    }

    private static boolean isMarked(Marks marks, Compound compound)
    {
        return compound.all().stream().anyMatch(marks::isMarked);
    }

    @Test
    void whatHoldsAWordPasses() throws IOException
    {
        Map<String, List<Compound>> parts = new LinkedHashMap<>();
        HARD.forEach(part -> parts.put(part, Tokenizer.of(part)));
        for (String line : lines()) {
            Arrays.stream(IndexedText.oneLine(line).split(" ")).forEach(part -> parts.put(part, Tokenizer.of(part)));
        }
        List<String> searches = new ArrayList<>(HARD);
        searches.addAll(lines().stream().filter(line -> line.startsWith("? ")).map(line -> line.substring(2)).toList());
        int marked = 0;
        int passed = 0;
        for (String search : searches) {
            for (boolean relaxed : new boolean[] {false, true}) {
                Marks marks = marks(search, relaxed);
                for (Map.Entry<String, List<Compound>> part : parts.entrySet()) {
                    boolean passes = marks.sieve().mayHold(part.getKey(), 0, part.getKey().length());
                    passed += passes ? 1 : 0;
                    if (part.getValue().stream().anyMatch(compound -> isMarked(marks, compound))) {
                        assertThat(passes).as(part.getKey() + " for " + search).isTrue();
                        marked++;
                    }
                }
            }
        }
        assertThat(marked).isGreaterThan(1_000);
        assertThat(passed).as("it holds most back").isLessThan(parts.size() * searches.size());
    }

    @Test
    void ofAnEnglishTextLittlePasses()
    {
        Marks marks = marks("backoff retry", false);
        String text = "This is what we do here: each text is read once, and nearly nothing of it is taken apart. ";
        assertThat(Arrays.stream(text.split(" ")).filter(part -> marks.sieve().mayHold(part, 0, part.length()))).isEmpty();
        assertThat(marks.sieve().mayHold("retryBackoff", 0, 12)).isTrue();
    }

    private static List<String> lines() throws IOException
    {
        try (InputStream in = WordPrefilterTest.class.getResourceAsStream("searches.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
