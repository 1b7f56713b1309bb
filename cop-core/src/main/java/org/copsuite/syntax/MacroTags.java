/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the macro tags of a text as the lexer of xwiki/2.1 does, with the end tag of each start tag. A macro ends when
 * the number of end tags of its name equals the number of start tags, whatever is in between. Linear in the length of
 * the text.
 */
final class MacroTags
{
    /** The maximum length of a tag; longer tags are text. Parameters may contain a quoted text of some length. */
    static final int LONGEST = 4_000;

    /** The total number of characters of unclosed tags, after which only short tags are read to their end. */
    private static final int EFFORT = 400_000;

    private static final int SHORT = 100;

    private static final String SPECIAL = "\t\n\r !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final String text;

    private final Map<Integer, Tag> starts = new HashMap<>();

    private int effort;

    /**
     * A tag.
     *
     * @param name the name of the macro
     * @param end the position after the tag
     * @param empty whether the tag also ends the macro
     * @param close the end tag; {@code null} if there is none
     */
    record Tag(String name, int end, boolean empty, Close close)
    {
    }

    /**
     * An end tag.
     *
     * @param start the start position
     * @param end the position after the tag
     */
    record Close(int start, int end)
    {
    }

    MacroTags(String text)
    {
        this.text = text;
        Map<String, Deque<Integer>> open = new HashMap<>();
        int at = text.indexOf("{{");
        int i = at < 0 ? text.length() : Math.max(0, escapesBefore(at));
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '~') {
                i += 2;
            } else if (c == '{' && text.startsWith("{{", i)) {
                i = tag(i, open);
            } else {
                i++;
            }
        }
    }

    /** @return the start of the run of tildes before a position */
    private int escapesBefore(int at)
    {
        int from = at;
        while (from > 0 && this.text.charAt(from - 1) == '~') {
            from--;
        }
        return from;
    }

    /** @return the tag that starts a macro at a position; {@code null} if none does */
    Tag startAt(int position)
    {
        return this.starts.get(position);
    }

    private int tag(int at, Map<String, Deque<Integer>> open)
    {
        boolean closing = this.text.startsWith("/", at + 2);
        int from = at + (closing ? 3 : 2);
        int to = name(from);
        if (to < 0) {
            return at + 1;
        }
        String name = this.text.substring(from, to);
        if (closing) {
            int end = blanks(to);
            if (!this.text.startsWith("}}", end)) {
                return at + 1;
            }
            close(open.get(name), new Close(at, end + 2));
            return end + 2;
        }
        int end = end(to);
        if (end < 0) {
            return at + 1;
        }
        boolean empty = this.text.charAt(end - 3) == '/';
        this.starts.put(at, new Tag(name, end, empty, null));
        if (!empty || end - to > 3) {
            // Within a macro of the same name, the lexer reads an empty tag with parameters as a start tag.
            open.computeIfAbsent(name, unused -> new ArrayDeque<>()).push(at);
        }
        return end;
    }

    private void close(Deque<Integer> open, Close close)
    {
        if (open == null || open.isEmpty()) {
            return;
        }
        int start = open.pop();
        Tag tag = this.starts.get(start);
        if (!tag.empty()) {
            this.starts.put(start, new Tag(tag.name(), tag.end(), false, close));
        }
    }

    /** @return the position after the name of a macro; -1 if there is no name */
    private int name(int from)
    {
        int i = word(from);
        if (i == from) {
            return -1;
        }
        while (i + 1 < this.text.length() && "-_.:".indexOf(this.text.charAt(i)) >= 0) {
            int next = word(i + 1);
            if (next == i + 1) {
                break;
            }
            i = next;
        }
        return i - from > LONGEST ? -1 : i;
    }

    private int word(int from)
    {
        int i = from;
        while (i < this.text.length() && i - from <= LONGEST && SPECIAL.indexOf(this.text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private int blanks(int from)
    {
        int i = from;
        while (i < this.text.length() && (this.text.charAt(i) == ' ' || this.text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** @return the position after the tag whose name ends here; -1 if the tag is not closed */
    private int end(int from)
    {
        if (this.text.startsWith("}}", from)) {
            return from + 2;
        }
        if (this.text.startsWith("/}}", from)) {
            return from + 3;
        }
        boolean blank = from < this.text.length() && " \t\r\n".indexOf(this.text.charAt(from)) >= 0;
        if (!blank) {
            return -1;
        }
        int limit = Math.min(this.text.length(), from + (this.effort < EFFORT ? LONGEST : SHORT));
        int i = from + 1;
        while (i < limit) {
            char c = this.text.charAt(i);
            if (c == '"' || c == '\'') {
                i = Quotes.end(this.text, i, limit);
            } else if (c == '~') {
                i += 2;
            } else if (c == '}' && this.text.startsWith("}}", i)) {
                return i + 2;
            } else {
                i += c == '}' ? 2 : 1;
            }
        }
        this.effort += limit - from;
        return -1;
    }
}
