/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.List;

import org.copsuite.search.internal.SearchWords.Marks;
import org.copsuite.search.internal.Tokenizer.Compound;
import org.copsuite.wiki.Html;

/** Cuts snippets: the text where the most different searched words are close to each other. Escapes all text. */
final class Snippets
{
    /** Separates the posts of a thread; no indexed text contains it. */
    static final char POST = '\u001F';

    /** The approximate length of a snippet in characters. */
    private static final int LENGTH = 200;

    /** The approximate number of characters before the first mark. */
    private static final int BEFORE = 60;

    /** Marks where the snippet cuts a sentence. */
    private static final char ELLIPSIS = '\u2026';

    /** Characters that end a sentence in Latin, Greek, Armenian, Arabic, Devanagari, Chinese and Japanese texts. */
    private static final String SENTENCE_ENDS = ".!?\u2026\u037E\u0589\u061F\u06D4\u0964\u3002\uFF01\uFF1F\uFF0E\uFF61";

    private static final String CLOSING = ")]}\"'\u2019\u201C\u201D\u00AB\u00BB\u203A\u2039\u300D\u300F\uFF09";

    /** The maximum number of marks per post. */
    private static final int MOST_MARKS = 40;

    private Snippets()
    {
    }

    /**
     * @param excerpt the start of a thread; may be {@code null}
     * @param marks the words to mark
     * @return the text around the matched words; empty if the excerpt contains none
     */
    static Html of(String excerpt, Marks marks)
    {
        if (excerpt == null) {
            return Html.EMPTY;
        }
        String text = null;
        Window best = new Window(List.of(), 0);
        int end = -1;
        while (end < excerpt.length() && best.words() < marks.wanted()) {
            int start = end + 1;
            end = excerpt.indexOf(POST, start) < 0 ? excerpt.length() : excerpt.indexOf(POST, start);
            String post = excerpt.substring(start, end);
            Window window = window(marks(post, marks));
            if (window.words() > best.words()) {
                text = post;
                best = window;
            }
        }
        return text == null ? Html.EMPTY : new Html(html(text, best.marks()));
    }

    private static List<Mark> marks(String post, Marks marks)
    {
        List<Mark> found = new ArrayList<>();
        int at = marks.sieve().find(post, 0, post.length());
        while (at >= 0 && found.size() < MOST_MARKS) {
            int blank = post.indexOf(' ', at);
            int to = blank < 0 ? post.length() : blank;
            marks(post, post.lastIndexOf(' ', at) + 1, to, marks, found);
            at = marks.sieve().find(post, to, post.length());
        }
        return found;
    }

    /** Marks the words of one part; parts are independent, because no word contains a blank. */
    private static void marks(String post, int from, int to, Marks marks, List<Mark> found)
    {
        TokenCache.read(post, from, to, compound -> {
            if (compound.unspaced()) {
                pairs(post.substring(from, to), from, compound, marks, found);
            } else {
                String word = marks.of(compound);
                if (word != null) {
                    found.add(new Mark(from + compound.start(), from + compound.end(), word));
                }
            }
            return found.size() < MOST_MARKS;
        });
    }

    /** Marks the searched characters of a run without blanks. */
    private static void pairs(String part, int from, Compound run, Marks marks, List<Mark> found)
    {
        List<String> pairs = run.bases();
        int length = part.codePointCount(run.start(), run.end());
        if (length != pairs.size() + 1 && length != 1) {
            // Folding changed the number of characters, so pairs have no position: marks the whole run or nothing.
            if (pairs.stream().anyMatch(marks::isMarked)) {
                found.add(new Mark(from + run.start(), from + run.end(), pairs.get(0)));
            }
            return;
        }
        for (int i = 0; i < pairs.size() && found.size() < MOST_MARKS; i++) {
            if (marks.isMarked(pairs.get(i))) {
                int start = part.offsetByCodePoints(run.start(), i);
                int end = from + part.offsetByCodePoints(start, Math.min(2, length));
                Mark last = found.isEmpty() ? null : found.get(found.size() - 1);
                if (last != null && last.end() > from + start) {
                    found.set(found.size() - 1, new Mark(last.start(), end, last.word()));
                } else {
                    found.add(new Mark(from + start, end, pairs.get(i)));
                }
            }
        }
    }

    /** @return the marks that fit into one snippet and contain the most different words; the first such group */
    private static Window window(List<Mark> marks)
    {
        // At most MOST_MARKS words have fewer numbers than a long has bits.
        List<String> words = new ArrayList<>();
        long[] bits = new long[marks.size()];
        for (int i = 0; i < bits.length; i++) {
            String word = marks.get(i).word();
            int number = words.indexOf(word);
            if (number < 0) {
                number = words.size();
                words.add(word);
            }
            bits[i] = 1L << number;
        }
        Window best = new Window(List.of(), 0);
        for (int i = 0; i < bits.length && best.words() < words.size(); i++) {
            int end = i + 1;
            long contained = bits[i];
            while (end < bits.length && marks.get(end).end() - marks.get(i).start() <= LENGTH - BEFORE) {
                contained |= bits[end];
                end++;
            }
            if (Long.bitCount(contained) > best.words()) {
                best = new Window(marks.subList(i, end), Long.bitCount(contained));
            }
        }
        return best;
    }

    private static String html(String text, List<Mark> window)
    {
        int start = blankBefore(text, Math.max(0, window.get(0).start() - BEFORE), window.get(0).start());
        int end = blankAfter(text, Math.min(text.length(), start + LENGTH), window.get(window.size() - 1).end());
        StringBuilder html = new StringBuilder(end - start + 40);
        if (!isSentenceEnd(text, start)) {
            html.append(ELLIPSIS).append(text.charAt(start - 1) == ' ' ? " " : "");
        }
        int at = start;
        for (Mark mark : window) {
            int last = Math.min(mark.end(), Math.max(end, mark.start()));
            escape(html, text, at, mark.start());
            html.append("<mark>");
            escape(html, text, mark.start(), last);
            html.append("</mark>");
            at = last;
        }
        escape(html, text, at, end);
        if (end < text.length() && !isSentenceEnd(text, end)) {
            html.append(text.charAt(end) == ' ' ? " " : "").append(ELLIPSIS);
        }
        return html.toString();
    }

    /**
     * @return whether a sentence or the start of the text ends before the position, ignoring brackets and quotation
     *         marks
     */
    private static boolean isSentenceEnd(String text, int at)
    {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || CLOSING.indexOf(text.charAt(before)) >= 0)) {
            before--;
        }
        return before < 0 || SENTENCE_ENDS.indexOf(text.charAt(before)) >= 0;
    }

    /** Moves the start behind a blank, if there is one before the first mark. */
    private static int blankBefore(String text, int from, int mark)
    {
        if (from == 0) {
            return 0;
        }
        int blank = text.indexOf(' ', from);
        int start = blank >= 0 && blank < mark ? blank + 1 : from;
        return Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }

    /** Moves the end before a blank, if there is one after the last mark. */
    private static int blankAfter(String text, int to, int mark)
    {
        if (to >= text.length() || to < mark) {
            return Math.min(text.length(), Math.max(to, Math.min(mark, to + LENGTH)));
        }
        int blank = text.lastIndexOf(' ', to);
        int end = blank > mark ? blank : Math.max(to, mark);
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static void escape(StringBuilder html, String text, int from, int to)
    {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }

    /**
     * A range to mark.
     *
     * @param start the start position
     * @param end the end position, exclusive
     * @param word the searched word
     */
    private record Mark(int start, int end, String word)
    {
    }

    /**
     * The marks of one snippet.
     *
     * @param marks the marks, in order
     * @param words the number of different words among them
     */
    private record Window(List<Mark> marks, int words)
    {
    }
}
