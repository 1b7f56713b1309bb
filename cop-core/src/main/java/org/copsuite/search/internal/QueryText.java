/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import org.copsuite.search.SearchService.Reading;

/**
 * What somebody typed or pasted into a search field, taken apart here and not by Solr. Two things are operators:
 * <ul>
 * <li>quotation marks in pairs, straight or typographic, the first after no letter or digit, the second before none,
 * with a word between: these words must stand together;</li>
 * <li>a single minus (U+002D) after a blank, directly before a letter, a digit or a pair of quotation marks, where at
 * least one word to look for stands before it: what follows, up to the next blank, is excluded.</li>
 * </ul>
 * Everything else is text.
 *
 * @param wanted what to look for, at least one word in each
 * @param unwanted what to exclude
 * @param including the same search with nothing excluded
 */
record QueryText(List<Part> wanted, List<Part> unwanted, String including)
{
    /** What is longer is cut: nobody types more, and each word costs. */
    static final int LONGEST = 500;

    private static final String OPENING = "\"\u201C\u201E\u201F\u00AB\u00BB\u2039\u203A\u300C\u300E\uFF02";

    /** For each opening quotation mark, those that close it. */
    private static final List<String> CLOSING = List.of("\"", "\u201D\u201C", "\u201C\u201D\u201F", "\u201D", "\u00BB",
        "\u00AB\u00BB", "\u203A", "\u2039\u203A", "\u300D", "\u300F", "\uFF02");

    /** Copies. */
    QueryText
    {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    /**
     * @param typed what was typed, may be {@code null}
     * @return its parts
     */
    static QueryText parse(String typed)
    {
        String text = typed == null ? "" : typed.substring(0, Math.min(typed.length(), LONGEST));
        return new Parser(Normalizer.normalize(IndexedText.oneLine(text), Normalizer.Form.NFC)).parse();
    }

    /** @return whether there is nothing to look for */
    boolean isEmpty()
    {
        return this.wanted.isEmpty();
    }

    /** @return the same for who shows it */
    Reading reading()
    {
        return new Reading(this.unwanted.stream().map(Part::text).toList(), this.including);
    }

    /**
     * A part of a search.
     *
     * @param text plain text with a word in it
     * @param phrase whether its words must stand together
     */
    record Part(String text, boolean phrase)
    {
    }

    /** Goes through a text once; a quotation mark without its like is looked for at most once a mark. */
    private static final class Parser
    {
        private final String text;

        private final List<Part> wanted = new ArrayList<>();

        private final List<Part> unwanted = new ArrayList<>();

        private final StringBuilder including = new StringBuilder();

        private final StringBuilder plain = new StringBuilder();

        Parser(String text)
        {
            this.text = text;
        }

        QueryText parse()
        {
            int at = 0;
            while (at < this.text.length()) {
                int quoted = closing(at);
                if (isMinus(at)) {
                    at = exclude(at + 1);
                } else if (quoted > 0) {
                    endPlain();
                    this.wanted.add(new Part(this.text.substring(at + 1, quoted), true));
                    this.including.append(this.text, at, quoted + 1);
                    at = quoted + 1;
                } else {
                    this.plain.append(this.text.charAt(at));
                    at++;
                }
            }
            endPlain();
            return new QueryText(this.wanted, this.unwanted, this.including.toString().strip());
        }

        private void endPlain()
        {
            if (isReadable(this.plain)) {
                this.wanted.add(new Part(this.plain.toString(), false));
            }
            this.including.append(this.plain);
            this.plain.setLength(0);
        }

        private boolean isMinus(int at)
        {
            return this.text.charAt(at) == '-' && at > 0 && this.text.charAt(at - 1) == ' '
                && (isWordAt(at + 1) || closing(at + 1) > 0) && (!this.wanted.isEmpty() || isReadable(this.plain));
        }

        private int exclude(int from)
        {
            endPlain();
            int quoted = closing(from);
            int blank = this.text.indexOf(' ', from);
            int end = quoted > 0 ? quoted + 1 : blank < 0 ? this.text.length() : blank;
            this.unwanted.add(quoted > 0 ? new Part(this.text.substring(from + 1, quoted), true)
                : new Part(this.text.substring(from, end), false));
            this.including.append(this.text, from, end);
            return end;
        }

        /** @return where a quotation that opens there is closed, -1 where none opens */
        private int closing(int at)
        {
            int kind = at < this.text.length() ? OPENING.indexOf(this.text.charAt(at)) : -1;
            if (kind < 0 || at > 0 && Character.isLetterOrDigit(this.text.charAt(at - 1))) {
                return -1;
            }
            String marks = CLOSING.get(kind);
            for (int i = at + 1; i < this.text.length(); i++) {
                if (marks.indexOf(this.text.charAt(i)) >= 0 && !isWordAt(i + 1)) {
                    return isReadable(this.text.subSequence(at + 1, i)) ? i : -1;
                }
            }
            return -1;
        }

        private boolean isWordAt(int index)
        {
            return index < this.text.length() && Character.isLetterOrDigit(this.text.codePointAt(index));
        }

        private static boolean isReadable(CharSequence text)
        {
            return text.codePoints().anyMatch(Character::isLetterOrDigit);
        }
    }
}
