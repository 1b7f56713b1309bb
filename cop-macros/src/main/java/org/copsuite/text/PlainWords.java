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
    /** Macros whose content is plain text. */
    private static final Set<String> READABLE = Set.of("code");

    private final StringBuilder words = new StringBuilder();

    private final MacroContents contents;

    /** Start of the label of the current link. */
    private int label;

    /** Reads the contents of macros. */
    @FunctionalInterface
    public interface MacroContents
    {
        /**
         * @param macro the name of the macro
         * @param content its content
         * @param words receives the words of the content if it is wiki text
         * @return whether it is
         */
        boolean read(String macro, String content, PlainWords words);
    }

    /** @param contents reads the contents of macros */
    public PlainWords(MacroContents contents)
    {
        this.contents = contents;
    }

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
        if (!inline) {
            gap();
        }
        if (content != null && !this.contents.read(id, content, this) && READABLE.contains(id)) {
            this.words.append(content);
        }
        gap();
    }

    @Override
    public void beginLink(ResourceReference reference, boolean freestanding, Map<String, String> parameters)
    {
        this.label = this.words.length();
    }

    /** A link without a label shows its target. */
    @Override
    public void endLink(ResourceReference reference, boolean freestanding, Map<String, String> parameters)
    {
        if (this.words.substring(Math.min(this.label, this.words.length())).isBlank() && reference.getReference() != null) {
            this.words.append(reference.getReference());
        }
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
