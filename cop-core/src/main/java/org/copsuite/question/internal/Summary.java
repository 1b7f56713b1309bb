/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.copsuite.PlainText;

/**
 * Derives the summary of a question, one line of plain text, from its text. In a text with right-to-left letters, code
 * stands between characters that isolate it: otherwise {@code SELECT (a);} reads {@code ;SELECT (a)} in lists and feeds.
 */
final class Summary
{
    /** The maximum number of characters, without a last one that ends an isolation. */
    static final int LENGTH = 200;

    /** Code in the syntaxes of macros, verbatim text and monospaced text, each in its own group. */
    private static final Pattern CODE = Pattern.compile(
        "(?s)(?<!\\{)(\\{\\{code(?:\\s[^}]*)?\\}\\})(.+?)(\\{\\{/code\\}\\})|(##)([^\\n]+?)(##)|(\\{\\{\\{)(.+?)(\\}\\}\\})");

    /** Private characters, since parsing and normalising remove the isolating ones. */
    private static final char BEGIN = '\uE000';

    private static final char END = '\uE001';

    private static final Pattern EMPTY = Pattern.compile(BEGIN + " ?" + END);

    private static final Pattern MARKS = Pattern.compile("[" + BEGIN + END + ']');

    private static final String ISOLATE = "\u2066";

    private static final String RELEASE = "\u2069";

    private Summary()
    {
    }

    /**
     * @param body a text in xwiki/2.1
     * @param plain gives the words of such a text without markup
     * @return its beginning, at most {@value #LENGTH} characters and one that ends an isolation
     */
    static String of(String body, UnaryOperator<String> plain)
    {
        String words = PlainText.line(plain.apply(body));
        String summary = PlainText.cut(words, LENGTH);
        return PlainText.isolate(summary).equals(summary) ? summary : isolated(body, words, plain);
    }

    private static String isolated(String body, String words, UnaryOperator<String> plain)
    {
        String marked = CODE.matcher(MARKS.matcher(body).replaceAll(""))
            .replaceAll("$1$4$7" + BEGIN + "$2$5$8" + END + "$3$6$9");
        String line = EMPTY.matcher(PlainText.line(plain.apply(marked))).replaceAll("")
            .replaceAll(" ?" + BEGIN + ' ', " " + BEGIN).replaceAll(" " + END + " ?", END + " ").strip();
        if (!PlainText.line(MARKS.matcher(line).replaceAll("")).equals(words)) {
            // The marks changed how the text is read, as within nested formats.
            return PlainText.cut(words, LENGTH);
        }
        String summary = PlainText.cut(line, LENGTH);
        boolean open = summary.lastIndexOf(BEGIN) > summary.lastIndexOf(END);
        return (open ? summary + END : summary).replace(String.valueOf(BEGIN), ISOLATE)
            .replace(String.valueOf(END), RELEASE);
    }
}
