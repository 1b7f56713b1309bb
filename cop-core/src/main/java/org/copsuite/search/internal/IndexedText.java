/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.syntax.MacroCatalog;
import org.copsuite.syntax.SourceText;

/**
 * Extracts the words of a text in xwiki/2.1 for the index. This is not a parser but one pass that removes markup and
 * keeps readable text, linear in the length of any text, because a rebuild of the index processes every post of a wiki.
 */
final class IndexedText
{
    /** The maximum length of a text in characters; the rest is cut off. */
    static final int MAXIMUM = 100_000;

    /** The start of text that is kept unchanged: code, and text between three braces. */
    private static final Pattern VERBATIM = Pattern.compile("\\{\\{code(?: [^{}]{0,300})?\\}\\}|\\{\\{\\{");

    /**
     * The installed macros do not affect the words: the content of every macro is indexed, however the macro renders
     * it.
     */
    private static final MacroCatalog MACROS =
        name -> "code".equals(name) ? MacroCatalog.Content.VERBATIM : MacroCatalog.Content.WIKI;

    /** The tag of a macro; a tag without content may not be a macro at all, and then it is text. */
    private static final Pattern MACRO = Pattern.compile("\\{\\{/?[\\p{L}\\d][^{}]{0,500}(?<!/)\\}\\}");

    private static final Pattern PARAMETERS = Pattern.compile("\\(%[^%]{0,500}%\\)");

    /** A link or an image without another one inside; single brackets are text. */
    private static final Pattern LINK = Pattern.compile("\\[\\[(?!\\[)([^\\[\\]]{0,2000}+"
        + "(?:(?:\\[(?!\\[)|\\](?!\\])|\\](?=\\]\\]))[^\\[\\]]{0,500}+){0,20}+)\\]\\]");

    /** The nesting depth of links and images: an image in a link. */
    private static final int LINKS = 2;

    private static final Pattern LINE_START =
        Pattern.compile("(?m)^[ \\t]*(?:=+ ?|[*#1]{1,9}\\.? |[:;]{1,9} |>{1,9}|[|!]=?|-{4,})");

    private static final Pattern LINE_END = Pattern.compile("(?m)[ \\t]=+[ \\t]*$");

    private static final Pattern MARKS = Pattern.compile("\\*\\*|(?<!:)//|__|(?<!-)--(?!-)|\\^\\^|,,|##");

    private static final Pattern BREAK = Pattern.compile("\\\\\\\\");

    private static final Pattern CELL = Pattern.compile("\\|=?");

    private static final Pattern ESCAPE = Pattern.compile("~(.)", Pattern.DOTALL);

    /** Characters that are markup in text, but not in an address. */
    private static final Pattern SPECIAL = Pattern.compile("[*/_^,#~\\\\-]");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s\\uE000\\uE001\\p{Zs}\\uFFFE\\uFFFF]+");

    private IndexedText()
    {
    }

    /**
     * @param wikiText the text in xwiki/2.1
     * @return its readable text, on one line
     */
    static String of(String wikiText)
    {
        String cut = wikiText.length() > MAXIMUM ? wikiText.substring(0, MAXIMUM) : wikiText;
        String text = SourceText.of(cut, MACROS).text();
        StringBuilder plain = new StringBuilder(text.length());
        Matcher verbatim = VERBATIM.matcher(text);
        int from = 0;
        while (verbatim.find(from)) {
            String closing = verbatim.group().startsWith("{{{") ? "}}}" : "{{/code}}";
            int end = text.indexOf(closing, verbatim.end());
            if (end < 0) {
                break;
            }
            plain.append(words(text.substring(from, verbatim.start()))).append(' ');
            plain.append(text, verbatim.end(), end).append(' ');
            from = end + closing.length();
        }
        plain.append(words(text.substring(from)));
        return oneLine(plain.toString());
    }

    /**
     * @param text plain text
     * @return the text on one line, composed (NFC), without control characters
     */
    static String oneLine(String text)
    {
        return Normalizer.normalize(UNPRINTABLE.matcher(text).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    private static String words(String wikiText)
    {
        String text = MACRO.matcher(wikiText).replaceAll(" ");
        text = PARAMETERS.matcher(text).replaceAll(" ");
        for (int i = 0; i < LINKS; i++) {
            text = LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(label(link.group(1))));
        }
        text = LINE_START.matcher(text).replaceAll(" ");
        text = LINE_END.matcher(text).replaceAll(" ");
        text = BREAK.matcher(text).replaceAll(" ");
        text = MARKS.matcher(text).replaceAll("");
        text = CELL.matcher(text).replaceAll(" ");
        return ESCAPE.matcher(text).replaceAll("$1");
    }

    /**
     * Returns the readable text of {@code label>>target||parameters}: the label, or else the target; a blank for an
     * image.
     */
    private static String label(String link)
    {
        int arrow = link.indexOf(">>");
        if (arrow >= 0) {
            // The label is parsed once more, so a character escaped in it is escaped twice.
            return link.substring(0, arrow).replace("~~", "~");
        }
        int parameters = link.indexOf("||");
        String target = parameters < 0 ? link : link.substring(0, parameters);
        return target.startsWith("image:") ? " " : SPECIAL.matcher(ESCAPE.matcher(target).replaceAll("$1")).replaceAll("~$0");
    }
}
