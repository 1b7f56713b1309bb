/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.copsuite.feedback.PollService.Kind;
import org.copsuite.feedback.PulseService;

/**
 * What many people answered together.
 *
 * @param counts what they chose
 * @param lines their free lines, in alphabetical order
 */
record Tally(int[] counts, List<String> lines)
{
    /** @return a sum of nothing */
    static Tally none(int size)
    {
        return new Tally(new int[size], List.of());
    }

    /** @return this sum with one more answer, whose line may be empty */
    Tally plus(int[] answer, String line)
    {
        return new Tally(sum(this.counts, answer, 1), line.isEmpty() ? this.lines
            : Stream.concat(this.lines.stream(), Stream.of(line)).sorted().toList());
    }

    /** @return the numbers in the first line, then the free lines */
    String write()
    {
        return Stream.concat(Stream.of(write(this.counts)), this.lines.stream()).collect(Collectors.joining("\n"));
    }

    static Tally parse(String text)
    {
        List<String> all = Arrays.asList(text.split("\n"));
        return new Tally(read(all.get(0)), List.copyOf(all.subList(1, all.size())));
    }

    /**
     * @param kind how one votes
     * @param choices numbers of options, from 1
     * @param options the number of options
     * @return what the choices add to each option
     */
    static int[] of(Kind kind, List<Integer> choices, int options)
    {
        int[] votes = new int[options];
        for (int i = 0; i < choices.size(); i++) {
            votes[choices.get(i) - 1] = kind == Kind.RANKED ? options - i : 1;
        }
        return votes;
    }

    /**
     * @param values an answer from 1 to {@link PulseService#SCALE} to each statement of the pulse survey
     * @return what the answers add to each value of each statement
     */
    static int[] ofScale(List<Integer> values)
    {
        int[] counts = new int[PulseService.STATEMENTS * PulseService.SCALE];
        for (int i = 0; i < PulseService.STATEMENTS; i++) {
            counts[i * PulseService.SCALE + values.get(i) - 1] = 1;
        }
        return counts;
    }

    /** @return the sum of two lists of numbers, the second one multiplied */
    static int[] sum(int[] one, int[] other, int factor)
    {
        int[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * other[i];
        }
        return sum;
    }

    static String write(int[] counts)
    {
        return Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    static int[] read(String counts)
    {
        return Arrays.stream(counts.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
