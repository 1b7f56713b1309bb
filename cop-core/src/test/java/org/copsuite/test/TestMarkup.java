/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import org.copsuite.wiki.Html;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.PageId;

/** Renders text by escaping it, and removes markup from plain text by simple patterns. */
public class TestMarkup implements Markup
{
    @Override
    public Rendered render(String text, PageId page)
    {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return new Rendered(new Html("<p>" + escaped + "</p>"), true);
    }

    @Override
    public String plain(String text)
    {
        return text.replaceAll("\\{\\{[^}]*\\}\\}|[*_=\\[\\]]+", " ").replaceAll("\\s+", " ").trim();
    }
}
