/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.patch.AbstractDelta;

/** What changed between two texts, line by line, and what two people changed in the same text. */
final class LineDiff
{
    /**
     * Texts of which more lines than this were added and removed are said to differ as a whole: the time and the memory
     * of a comparison grow with the square of that number.
     */
    static final int CHANGED = 1000;

    /** Texts are compared line by line where no more lines than this stand between the first and the last change. */
    private static final int LARGEST = 20_000;

    /** Lines of a comparison that a page shows: a row of HTML costs many times its text. */
    static final int SHOWN = 2000;

    private static final int AROUND = 3;

    private LineDiff()
    {
    }

    /** What a line of a comparison is. */
    public enum Kind
    {
        /** In both texts. */
        SAME,
        /** In the new text alone. */
        ADDED,
        /** In the old text alone. */
        REMOVED,
        /** Lines that are in both texts are left out here. */
        GAP,
        /** The comparison is cut here; the text is the number of lines that are left out. */
        CUT
    }

    /**
     * A line of a comparison.
     *
     * @param kind what it is
     * @param text the line
     */
    public record Line(Kind kind, String text)
    {
    }

    /**
     * A piece of the old text and what stands in its place in the new one.
     *
     * @param from its first line in the old text
     * @param to the line after its last
     * @param lines the new lines
     */
    record Change(int from, int to, List<String> lines)
    {
    }

    /**
     * The texts of two people as one.
     *
     * @param text the text; where both changed the same lines it holds both
     * @param clean whether nobody changed what the other did
     */
    record Merged(String text, boolean clean)
    {
    }

    static List<String> lines(String text)
    {
        return text.isEmpty() ? List.of() : List.of(text.split("\\r?\\n|\\r", -1));
    }

    /**
     * @param before the old text
     * @param after the new text
     * @return what changed, with a few lines around each change, cut after {@link #SHOWN} lines; empty if nothing changed
     */
    static List<Line> compare(String before, String after)
    {
        List<String> old = lines(before);
        List<Line> result = new ArrayList<>();
        int at = 0;
        for (Change change : changes(old, lines(after))) {
            context(old, at, change.from, at > 0, true, result);
            old.subList(change.from, change.to).forEach(line -> result.add(new Line(Kind.REMOVED, line)));
            change.lines.forEach(line -> result.add(new Line(Kind.ADDED, line)));
            at = change.to;
        }
        if (!result.isEmpty()) {
            context(old, at, old.size(), true, false, result);
        }
        if (result.size() > SHOWN) {
            Line cut = new Line(Kind.CUT, String.valueOf(result.size() - SHOWN));
            result.subList(SHOWN, result.size()).clear();
            result.add(cut);
        }
        return result;
    }

    private static void context(List<String> old, int from, int to, boolean after, boolean before, List<Line> result)
    {
        int head = after ? Math.min(to, from + AROUND) : from;
        int tail = before ? Math.max(head, to - AROUND) : to;
        old.subList(from, head).forEach(line -> result.add(new Line(Kind.SAME, line)));
        if (before && tail > head || !before && to > head) {
            result.add(new Line(Kind.GAP, ""));
        }
        old.subList(before ? tail : to, to).forEach(line -> result.add(new Line(Kind.SAME, line)));
    }

    static List<Change> changes(List<String> old, List<String> now)
    {
        int start = 0;
        int most = Math.min(old.size(), now.size());
        while (start < most && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < most - start && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<String> oldRest = old.subList(start, old.size() - end);
        List<String> nowRest = now.subList(start, now.size() - end);
        List<Change> changes = new ArrayList<>();
        if (oldRest.size() > LARGEST || nowRest.size() > LARGEST) {
            changes.add(new Change(start, start + oldRest.size(), List.copyOf(nowRest)));
            return changes;
        }
        List<AbstractDelta<String>> deltas;
        try {
            deltas = DiffUtils.diff(oldRest, nowRest, new Effort()).getDeltas();
        } catch (TooDifferentException e) {
            changes.add(new Change(start, start + oldRest.size(), List.copyOf(nowRest)));
            return changes;
        }
        for (AbstractDelta<String> delta : deltas) {
            int from = start + delta.getSource().getPosition();
            changes.add(new Change(from, from + delta.getSource().size(), List.copyOf(delta.getTarget().getLines())));
        }
        return changes;
    }

    /** Ends a comparison that takes too many steps: each step is one more line that was added or removed. */
    private static final class Effort implements DiffAlgorithmListener
    {
        @Override
        public void diffStart()
        {
            // Nothing is to be prepared.
        }

        @Override
        public void diffStep(int value, int max)
        {
            if (value > CHANGED) {
                throw new TooDifferentException();
            }
        }

        @Override
        public void diffEnd()
        {
            // Nothing is to be ended.
        }
    }

    /** Two texts share too little. */
    private static final class TooDifferentException extends RuntimeException
    {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param base the text that both started from
     * @param mine what one made of it
     * @param theirs what the other made of it
     * @return both as one
     */
    static Merged merge(String base, String mine, String theirs)
    {
        List<String> lines = lines(base);
        List<Change> left = changes(lines, lines(mine));
        List<Change> right = changes(lines, lines(theirs));
        List<String> merged = new ArrayList<>();
        boolean clean = true;
        int at = 0;
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            int from = Math.min(i < left.size() ? left.get(i).from : Integer.MAX_VALUE,
                j < right.size() ? right.get(j).from : Integer.MAX_VALUE);
            int to = from;
            int firstLeft = i;
            int firstRight = j;
            boolean grown = true;
            while (grown) {
                grown = false;
                if (i < left.size() && touches(left.get(i), from, to, i == firstLeft && j == firstRight)) {
                    to = Math.max(to, left.get(i).to);
                    i++;
                    grown = true;
                }
                if (j < right.size() && touches(right.get(j), from, to, i == firstLeft && j == firstRight)) {
                    to = Math.max(to, right.get(j).to);
                    j++;
                    grown = true;
                }
            }
            merged.addAll(lines.subList(at, from));
            List<String> mineHere = apply(lines, from, to, left.subList(firstLeft, i));
            List<String> theirsHere = apply(lines, from, to, right.subList(firstRight, j));
            merged.addAll(theirsHere);
            if (i > firstLeft && j > firstRight && !mineHere.equals(theirsHere)) {
                clean = false;
                merged.addAll(mineHere);
            } else if (j == firstRight) {
                merged.subList(merged.size() - theirsHere.size(), merged.size()).clear();
                merged.addAll(mineHere);
            }
            at = to;
        }
        merged.addAll(lines.subList(Math.min(at, lines.size()), lines.size()));
        return new Merged(String.join("\n", merged), clean);
    }

    private static boolean touches(Change change, int from, int to, boolean first)
    {
        return first ? change.from == from : change.from < to || change.from == to && change.from == from;
    }

    private static List<String> apply(List<String> lines, int from, int to, List<Change> changes)
    {
        List<String> result = new ArrayList<>();
        int at = from;
        for (Change change : changes) {
            result.addAll(lines.subList(at, change.from));
            result.addAll(change.lines);
            at = change.to;
        }
        result.addAll(lines.subList(at, to));
        return result;
    }
}
