/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Reading;

/**
 * The parsed text of a search field, typed or pasted. The suite parses it instead of Solr. There are two operators:
 * <ul>
 * <li>a pair of quotation marks, straight or typographic, the first not preceded and the second not followed by a
 * letter or digit, with a word in between: these words must be adjacent;</li>
 * <li>a single minus (U+002D) after a blank, directly before a letter, a digit or a pair of quotation marks, and after
 * at least one word to search for: the text up to the next blank, or the quotation, is excluded.</li>
 * </ul> Everything else is text.
 *
 * @param wanted the parts to search for, with at least one word in each
 * @param unwanted the parts to exclude
 * @param including the same search without exclusions
 */
record QueryText(List<Part> wanted, List<Part> unwanted, String including)
{
    /** The maximum length in characters; the rest is cut off, because nobody types more and each word has a cost. */
    static final int LONGEST = SearchService.QUERY_MAXIMUM;

    private static final String OPENING = "\"\u201C\u201E\u201F\u00AB\u00BB\u2039\u203A\u300C\u300E\uFF02";

    /** For each opening quotation mark, the marks that close it. */
    private static final List<String> CLOSING = List.of("\"", "\u201D\u201C", "\u201C\u201D\u201F", "\u201D", "\u00BB",
        "\u00AB\u00BB", "\u203A", "\u2039\u203A", "\u300D", "\u300F", "\uFF02");

    /** Copies the lists. */
    QueryText
    {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    /**
     * @param typed the text of the search field; may be {@code null}
     * @return the parsed text
     */
    static QueryText parse(String typed)
    {
        String text = typed == null ? "" : typed.substring(0, Math.min(typed.length(), LONGEST));
        return new Parser(Normalizer.normalize(IndexedText.oneLine(text), Normalizer.Form.NFC)).parse();
    }

    /** @return whether there is nothing to search for */
    boolean isEmpty()
    {
        return this.wanted.isEmpty();
    }

    /** @return the interpretation of this search for display */
    Reading reading()
    {
        return new Reading(this.unwanted.stream().map(Part::text).toList(), this.including);
    }

    /**
     * A part of a search.
     *
     * @param text plain text with at least one word
     * @param phrase whether the words must be adjacent
     */
    record Part(String text, boolean phrase)
    {
    }

    /** Parses a text in one pass; searches the partner of an unpaired quotation mark at most once per mark. */
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

        /** @return the position of the mark that closes the quotation opened at this position; -1 if none opens here */
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
