/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the ends of verbatim texts, links and template tags. Searches for each end only once, so that the total time is
 * linear.
 */
final class Enclosures
{
    /** The start of an address that may become a link. */
    static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}://");

    private static final int LONGEST_PARAMETERS = 4_000;

    /**
     * The total number of characters of unclosed parameters, after which only short parameters are read to their end.
     */
    private static final int EFFORT = 400_000;

    private static final int SHORT = 200;

    private static final String IMAGE = "[[image:";

    private final String text;

    private Map<Integer, Integer> verbatim;

    private int link = -1;

    private boolean linkless;

    private int effort;

    Enclosures(String text)
    {
        this.text = text;
    }

    /**
     * @param start the position of three opening braces
     * @return the position after the verbatim text; -1 if it is never closed
     */
    int verbatimEnd(int start)
    {
        if (this.verbatim == null) {
            this.verbatim = new HashMap<>();
            readVerbatim(start);
        }
        Integer end = this.verbatim.get(start);
        if (end == null && !this.verbatim.containsKey(start)) {
            // The runs of braces are counted in threes from the start of a verbatim text.
            readVerbatim(start);
            end = this.verbatim.get(start);
        }
        return end == null ? -1 : end;
    }

    private void readVerbatim(int start)
    {
        Deque<Integer> open = new ArrayDeque<>();
        int i = start;
        do {
            char c = this.text.charAt(i);
            int run = c == '{' || c == '}' ? run(i, c) : 1;
            if (c == '{' && run == 3) {
                this.verbatim.putIfAbsent(i, null);
                open.push(i);
            } else if (c == '}' && run == 3) {
                this.verbatim.put(open.pop(), i + 3);
            }
            i += c == '~' ? 2 : run;
        } while (i < this.text.length() && !open.isEmpty());
    }

    private int run(int from, char c)
    {
        int i = from;
        while (i < this.text.length() && i < from + 3 && this.text.charAt(i) == c) {
            i++;
        }
        return i - from;
    }

    /**
     * @param start the position of two opening square brackets
     * @return the position after the link; -1 if it is never closed
     */
    int linkEnd(int start)
    {
        if (this.linkless) {
            return -1;
        }
        if (this.link < start + 4) {
            this.link = closing(start + 2, start);
        }
        if (this.link < 0) {
            this.linkless = true;
            return -1;
        }
        return this.link;
    }

    private int closing(int from, int start)
    {
        int i = from;
        int images = 0;
        int nested = -1;
        while (i + 1 < this.text.length()) {
            char c = this.text.charAt(i);
            if (c == '~') {
                i += 2;
            } else if (c == '[' && i > start && this.text.startsWith(IMAGE, i)) {
                images++;
                i += IMAGE.length();
            } else if (c == ']' && this.text.charAt(i + 1) == ']') {
                if (images == 0) {
                    return i + 2;
                }
                images = 0;
                i += 2;
                nested = nested < 0 ? i : nested;
            } else {
                i++;
            }
        }
        return nested;
    }

    /**
     * @param start the start of text parameters, {@code (%}
     * @param limit the end of the search
     * @return the position after the parameters; -1 if they are never closed
     */
    int parametersEnd(int start, int limit)
    {
        int last = Math.min(limit, start + (this.effort < EFFORT ? LONGEST_PARAMETERS : SHORT));
        int i = start + 2;
        while (i + 1 < last) {
            char c = this.text.charAt(i);
            if (c == '%' && this.text.charAt(i + 1) == ')') {
                return i + 2;
            }
            if (c == '"' || c == '\'') {
                i = Quotes.end(this.text, i, last);
            } else {
                i += c == '~' ? 2 : 1;
            }
        }
        this.effort += last - start;
        return -1;
    }

    /**
     * @param start the position of two opening braces that open no macro
     * @param limit the end of the search
     * @return the position after the closing braces on the same line; without these, the position after the opening
     *         braces
     */
    int templateEnd(int start, int limit)
    {
        for (int i = start + 2; i + 1 < limit && this.text.charAt(i) != '\n'; i++) {
            if (this.text.startsWith("}}", i)) {
                return i + 2;
            }
            if (this.text.startsWith("{{", i)) {
                break;
            }
        }
        return start + 2;
    }
}
