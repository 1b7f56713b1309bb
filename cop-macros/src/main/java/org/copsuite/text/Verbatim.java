/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import org.copsuite.macro.template.HtmlEscaper;
import org.copsuite.wiki.Html;

/** Shows the source of a text that cannot be rendered. */
public final class Verbatim
{
    private Verbatim()
    {
    }

    /**
     * @param text any text
     * @return the text as HTML, with its lines
     */
    public static Html html(String text)
    {
        String lines = HtmlEscaper.escape(text).replaceAll("\\r?\\n", "<br/>\n");
        return new Html("<div class=\"plain-text\">" + lines + "</div>");
    }
}
