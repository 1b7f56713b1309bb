/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.List;
import java.util.Locale;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.macro.template.HtmlEscaper;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Markup;
import org.xwiki.component.annotation.Component;

/** Prints the text of a page around searched words. */
@Component(roles = Excerpts.class)
@Singleton
public class Excerpts
{
    /**
     * The number of characters around the word that are rendered, so that a long page takes no more time than a short
     * one.
     */
    private static final int WINDOW = 4_000;

    /** The number of characters in which the first match is looked for. */
    private static final int SEARCHED = 20_000;

    private static final int BEFORE = 60;

    private static final int LENGTH = 220;

    @Inject
    private Markup markup;

    /**
     * @param content the content of a page, in xwiki/2.1
     * @param words the searched words, in lower case
     * @return the text around the first match, without markup, with every match marked; empty if no word matches
     */
    Html of(String content, List<String> words)
    {
        int at = first(content.substring(0, Math.min(content.length(), SEARCHED)), words);
        if (at < 0) {
            return Html.EMPTY;
        }
        int from = Math.max(0, at - WINDOW / 2);
        String plain = this.markup.plain(content.substring(from, Math.min(content.length(), from + WINDOW)))
            .replaceAll("\\s+", " ").strip();
        int found = first(plain, words);
        return found < 0 ? Html.EMPTY : marked(cut(plain, found, from > 0), words);
    }

    private static int first(String text, List<String> words)
    {
        String lower = lower(text);
        return words.stream().mapToInt(lower::indexOf).filter(at -> at >= 0).min().orElse(-1);
    }

    /**
     * Converts each character to lower case separately, so that a position in the result is the same position in the
     * text.
     */
    private static String lower(String text)
    {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() == text.length()) {
            return lower;
        }
        StringBuilder same = new StringBuilder(text.length());
        text.chars().forEach(c -> same.append(Character.toLowerCase((char) c)));
        return same.toString();
    }

    /** Cuts the text at word boundaries. */
    private static String cut(String text, int at, boolean before)
    {
        int from = at <= BEFORE ? 0 : text.lastIndexOf(' ', at - BEFORE / 2) + 1;
        if (at - from > BEFORE) {
            from = text.offsetByCodePoints(at, -Math.min(BEFORE / 2, text.codePointCount(0, at)));
        }
        int to = Math.min(text.length(), from + LENGTH);
        if (to < text.length()) {
            int gap = text.lastIndexOf(' ', to);
            to = gap > at + LENGTH / 4 ? gap : to - (Character.isHighSurrogate(text.charAt(to - 1)) ? 1 : 0);
        }
        return (from > 0 || before ? "\u2026 " : "") + text.substring(from, to) + (to < text.length() ? " \u2026" : "");
    }

    private static Html marked(String text, List<String> words)
    {
        String lower = lower(text);
        StringBuilder html = new StringBuilder(text.length() + 100);
        int done = 0;
        for (int i = 0; i < text.length();) {
            int length = 0;
            for (String word : words) {
                length = lower.startsWith(word, i) ? Math.max(length, word.length()) : length;
            }
            if (length > 0) {
                html.append(HtmlEscaper.escape(text.substring(done, i))).append("<mark>")
                    .append(HtmlEscaper.escape(text.substring(i, i + length))).append("</mark>");
                done = i + length;
            }
            i += Math.max(1, length);
        }
        return new Html(html.append(HtmlEscaper.escape(text.substring(done))).toString());
    }
}
