/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.Map;
import java.util.Set;

import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.listener.HeaderLevel;
import org.xwiki.rendering.listener.VoidListener;
import org.xwiki.rendering.listener.reference.ResourceReference;

/** Collects the words of a text without its markup. */
public class PlainWords extends VoidListener
{
    /** Macros whose content is text to read. */
    private static final Set<String> READABLE =
        Set.of("info", "warning", "error", "success", "box", "code", "footnote", "content");

    private final StringBuilder words = new StringBuilder();

    @Override
    public void onWord(String word)
    {
        this.words.append(word);
    }

    @Override
    public void onSpecialSymbol(char symbol)
    {
        this.words.append(symbol);
    }

    @Override
    public void onSpace()
    {
        gap();
    }

    @Override
    public void onNewLine()
    {
        gap();
    }

    @Override
    public void onVerbatim(String content, boolean inline, Map<String, String> parameters)
    {
        this.words.append(content);
        if (!inline) {
            gap();
        }
    }

    @Override
    public void onMacro(String id, Map<String, String> parameters, String content, boolean inline)
    {
        if (content != null && READABLE.contains(id)) {
            this.words.append(content);
        }
        gap();
    }

    @Override
    public void onImage(ResourceReference reference, boolean freestanding, Map<String, String> parameters)
    {
        this.words.append(parameters.getOrDefault("alt", ""));
    }

    @Override
    public void onImage(ResourceReference reference, boolean freestanding, String id, Map<String, String> parameters)
    {
        onImage(reference, freestanding, parameters);
    }

    @Override
    public void endFormat(Format format, Map<String, String> parameters)
    {
        if (format == Format.SUBSCRIPT || format == Format.SUPERSCRIPT) {
            gap();
        }
    }

    @Override
    public void endParagraph(Map<String, String> parameters)
    {
        gap();
    }

    @Override
    public void endHeader(HeaderLevel level, String id, Map<String, String> parameters)
    {
        gap();
    }

    @Override
    public void endListItem(Map<String, String> parameters)
    {
        gap();
    }

    @Override
    public void endListItem()
    {
        gap();
    }

    @Override
    public void endDefinitionTerm()
    {
        gap();
    }

    @Override
    public void endDefinitionDescription()
    {
        gap();
    }

    @Override
    public void endQuotationLine()
    {
        gap();
    }

    @Override
    public void endTableCell(Map<String, String> parameters)
    {
        gap();
    }

    @Override
    public void endTableHeadCell(Map<String, String> parameters)
    {
        gap();
    }

    private void gap()
    {
        if (!this.words.isEmpty() && this.words.charAt(this.words.length() - 1) != ' ') {
            this.words.append(' ');
        }
    }

    @Override
    public String toString()
    {
        return this.words.toString().replaceAll("\\s+", " ").trim();
    }
}
