/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Entities;

/**
 * Reads the little Markdown that comments are written in (code, links, addresses, bold, italic) and gives HTML. Formulas
 * between dollar signs stay as they are.
 */
final class CommentText
{
    private static final Pattern MARKS = Pattern.compile(
        "`(?<code>[^`]+)`"
            + "|(?<formula>\\$\\$?[^$]+\\$\\$?)"
            + "|\\[(?<label>[^\\[\\]]+)\\]\\((?<target>https?://[^\\s)]+)(?:\\s+\"[^\"]*\")?\\)"
            + "|(?<address>https?://[^\\s<>]*[^\\s<>.,;:!?)'\"\\]])"
            + "|\\*\\*(?<bold>(?=\\S)[^*]+(?<=\\S))\\*\\*"
            + "|(?<![\\w*])\\*(?<star>(?=\\S)[^*]+(?<=\\S))\\*(?![\\w*])"
            + "|(?<!\\w)_(?<line>(?=\\S)[^_]+(?<=\\S))_(?!\\w)");

    private CommentText()
    {
    }

    static String toHtml(String text)
    {
        StringBuilder html = new StringBuilder();
        Matcher matcher = MARKS.matcher(text);
        int end = 0;
        while (matcher.find()) {
            html.append(Entities.escape(text.substring(end, matcher.start())));
            append(matcher, html);
            end = matcher.end();
        }
        return html.append(Entities.escape(text.substring(end))).toString();
    }

    private static void append(Matcher matcher, StringBuilder html)
    {
        if (matcher.group("code") != null) {
            html.append("<code>").append(Entities.escape(matcher.group("code"))).append("</code>");
        } else if (matcher.group("formula") != null) {
            html.append(Entities.escape(matcher.group("formula")));
        } else if (matcher.group("target") != null) {
            link(matcher.group("target"), toHtml(matcher.group("label")), html);
        } else if (matcher.group("address") != null) {
            link(matcher.group("address"), Entities.escape(matcher.group("address")), html);
        } else if (matcher.group("bold") != null) {
            html.append("<b>").append(toHtml(matcher.group("bold"))).append("</b>");
        } else {
            String italic = matcher.group("star") == null ? matcher.group("line") : matcher.group("star");
            html.append("<i>").append(toHtml(italic)).append("</i>");
        }
    }

    private static void link(String target, String label, StringBuilder html)
    {
        html.append("<a href=\"").append(Entities.escape(target)).append("\">").append(label).append("</a>");
    }
}
