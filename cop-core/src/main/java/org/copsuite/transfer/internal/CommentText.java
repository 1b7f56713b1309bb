/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.syntax.Addresses;
import org.jsoup.nodes.Entities;

/**
 * Converts the Markdown of comments (code, links, URLs, bold, italic) to HTML. Formulas between dollar signs stay
 * unchanged.
 */
final class CommentText
{
    private static final Pattern MARKS = Pattern.compile(
        "`(?<code>[^`]+)`"
            + "|(?<formula>\\$\\$?[^$]+\\$\\$?)"
            + "|\\[(?<label>(?:[^\\[\\]]|\\[[^\\[\\]]*\\])++)\\]"
            + "\\((?<target>https?://(?:[^\\s()]|\\((?:[^\\s()]|\\([^\\s()]*\\))*\\))++)(?:\\s+\"[^\"]*\")?\\)"
            + "|(?<address>(?<![A-Za-z0-9+.-])https?://)"
            + "|\\*\\*(?<bold>(?=\\S)[^*]+(?<=\\S))\\*\\*"
            + "|(?<![\\w*])\\*(?<star>(?=\\S)[^*]+(?<=\\S))\\*(?![\\w*])"
            + "|(?<!\\w)_(?<line>(?=\\S)[^_]+(?<=\\S))_(?!\\w)");

    private CommentText()
    {
    }

    static String toHtml(String text)
    {
        return toHtml(text, true);
    }

    /** Converts a text. With {@code links} false, links become plain text, since a link cannot contain another one. */
    private static String toHtml(String text, boolean links)
    {
        StringBuilder html = new StringBuilder();
        Matcher matcher = MARKS.matcher(text);
        int end = 0;
        while (matcher.find(end)) {
            html.append(Entities.escape(text.substring(end, matcher.start())));
            end = matcher.end();
            if (matcher.group("address") == null) {
                append(matcher, links, html);
            } else {
                end = Math.max(end, Addresses.end(text, end, text.length(), Set.of()));
                String address = text.substring(matcher.start(), end);
                if (links && end > matcher.end()) {
                    link(address, Entities.escape(address), html);
                } else {
                    html.append(Entities.escape(address));
                }
            }
        }
        return html.append(Entities.escape(text.substring(end))).toString();
    }

    private static void append(Matcher matcher, boolean links, StringBuilder html)
    {
        if (matcher.group("code") != null) {
            html.append("<code>").append(Entities.escape(matcher.group("code"))).append("</code>");
        } else if (matcher.group("formula") != null) {
            html.append(Entities.escape(matcher.group("formula")));
        } else if (matcher.group("target") != null) {
            String label = toHtml(matcher.group("label"), false);
            if (links) {
                link(matcher.group("target"), label, html);
            } else {
                html.append(label);
            }
        } else if (matcher.group("bold") != null) {
            html.append("<b>").append(toHtml(matcher.group("bold"), links)).append("</b>");
        } else {
            String italic = matcher.group("star") == null ? matcher.group("line") : matcher.group("star");
            html.append("<i>").append(toHtml(italic, links)).append("</i>");
        }
    }

    private static void link(String target, String label, StringBuilder html)
    {
        html.append("<a href=\"").append(Entities.escape(target)).append("\">").append(label).append("</a>");
    }
}
