/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.copsuite.embedded.web.LineDiff.Kind;
import org.copsuite.embedded.web.LineDiff.Line;
import org.junit.jupiter.api.Test;

/** Comparing and merging texts by line. */
class LineDiffTest
{
    @Test
    void findsNothingBetweenEqualTexts()
    {
        assertThat(LineDiff.compare("a\nb", "a\nb")).isEmpty();
        assertThat(LineDiff.compare("", "")).isEmpty();
    }

    @Test
    void showsChangesWithAFewLinesAround()
    {
        String before = IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).collect(Collectors.joining("\n"));

        List<Line> lines = LineDiff.compare(before, before.replace("\n10\n", "\nten\n"));

        assertThat(lines).extracting(Line::text).containsExactly("", "7", "8", "9", "10", "ten", "11", "12", "13", "");
        assertThat(lines).extracting(Line::kind).containsExactly(Kind.GAP, Kind.SAME, Kind.SAME, Kind.SAME, Kind.REMOVED,
            Kind.ADDED, Kind.SAME, Kind.SAME, Kind.SAME, Kind.GAP);
    }

    @Test
    void cutsAComparisonThatIsTooLongToShow()
    {
        String old = IntStream.range(0, LineDiff.SHOWN / 2).mapToObj(i -> "old " + i).collect(Collectors.joining("\n"));
        String fits = IntStream.range(0, LineDiff.SHOWN / 2).mapToObj(i -> "new " + i).collect(Collectors.joining("\n"));

        assertThat(LineDiff.compare(old, fits)).hasSize(LineDiff.SHOWN).extracting(Line::kind).doesNotContain(Kind.CUT);
        assertThat(LineDiff.compare(old, fits + "\none more\nand another")).hasSize(LineDiff.SHOWN + 1)
            .endsWith(new Line(Kind.CUT, "2"));
    }

    @Test
    void mergesWhatTwoPeopleChangedInDifferentPlaces()
    {
        assertThat(LineDiff.merge("a\nb\nc\nd", "A\nb\nc\nd", "a\nb\nc\nD"))
            .isEqualTo(new LineDiff.Merged("A\nb\nc\nD", true));
        assertThat(LineDiff.merge("a\nb", "a\nb", "a\nx\nb")).isEqualTo(new LineDiff.Merged("a\nx\nb", true));
        assertThat(LineDiff.merge("a\nb", "a", "a\nb")).isEqualTo(new LineDiff.Merged("a", true));
        assertThat(LineDiff.merge("a", "b", "b")).isEqualTo(new LineDiff.Merged("b", true));
    }

    @Test
    void keepsBothWhereTwoPeopleChangedTheSameLines()
    {
        LineDiff.Merged merged = LineDiff.merge("a\nb\nc", "a\nmine\nc", "a\ntheirs\nc");

        assertThat(merged.clean()).isFalse();
        assertThat(merged.text()).isEqualTo("a\ntheirs\nmine\nc");
    }

    @Test
    void losesNoLineOfEither()
    {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String base = text(random, "base", 8);
            String mine = edit(random, base, "mine");
            String theirs = edit(random, base, "theirs");

            List<String> merged = LineDiff.lines(LineDiff.merge(base, mine, theirs).text());

            assertThat(merged).containsAll(own(mine, "mine")).containsAll(own(theirs, "theirs"));
            assertThat(LineDiff.merge(base, mine, base).text()).isEqualTo(mine);
            assertThat(LineDiff.merge(base, base, theirs).text()).isEqualTo(theirs);
        }
    }

    @Test
    void comparesEnormousTextsInTime()
    {
        String before = text(new Random(1), "x", 40_000);
        String after = text(new Random(2), "y", 40_000);

        assertThat(LineDiff.compare(before, after)).hasSize(LineDiff.SHOWN + 1)
            .endsWith(new Line(Kind.CUT, String.valueOf(80_000 - LineDiff.SHOWN)));
    }

    private static List<String> own(String text, String word)
    {
        return LineDiff.lines(text).stream().filter(line -> line.startsWith(word)).toList();
    }

    private static String text(Random random, String word, int lines)
    {
        return IntStream.range(0, lines).mapToObj(i -> word + i + '-' + random.nextInt(100))
            .collect(Collectors.joining("\n"));
    }

    private static String edit(Random random, String base, String word)
    {
        StringBuilder edited = new StringBuilder();
        for (String line : LineDiff.lines(base)) {
            int dice = random.nextInt(6);
            if (dice == 0) {
                continue;
            }
            edited.append(edited.length() > 0 ? "\n" : "").append(dice == 1 ? word + random.nextInt(1000) : line);
            if (dice == 2) {
                edited.append('\n').append(word).append(random.nextInt(1000));
            }
        }
        return edited.toString();
    }

    private static String numbered(String word, int count)
    {
        return IntStream.range(0, count).mapToObj(i -> word + i).collect(Collectors.joining("\n"));
    }

    @Test
    void comparesLineByLineWhereFewChanged()
    {
        String before = numbered("same", 15_000);

        assertThat(LineDiff.changes(LineDiff.lines(before),
            LineDiff.lines("first\n" + before.replace("same7000\n", "other\n") + "\nlast"))).hasSize(3);
    }

    /** Each line of both texts beside each line of the other one took seconds, and a quarter of a gigabyte. */
    @Test
    void givesUpWhereTooMuchChanged()
    {
        String common = "\nin both\n";
        int half = LineDiff.CHANGED / 4;
        String few = numbered("a", half) + common + numbered("b", half);
        String fewAfter = numbered("c", half) + common + numbered("d", half);
        String many = numbered("a", half + 1) + common + numbered("b", half);
        String manyAfter = numbered("c", half) + common + numbered("d", half);

        assertThat(LineDiff.changes(LineDiff.lines(few), LineDiff.lines(fewAfter))).as("found between").hasSize(2);
        assertThat(LineDiff.changes(LineDiff.lines(many), LineDiff.lines(manyAfter))).as("as a whole").hasSize(1);
    }
}
