/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Macros of XWiki that members' texts may use: their cost is linear in their content, and they read nothing but the
 * text. Parameters not listed here are dropped; a listed one is a word, a number or a text that is parsed within
 * limits, and its output is restricted like everything else.
 */
enum TextMacro
{
    /** A box with a note. */
    INFO("info", true, false, "title"),
    /** A box with a warning. */
    WARNING("warning", true, false, "title"),
    /** A box with an error. */
    ERROR("error", true, false, "title"),
    /** A box with a success message. */
    SUCCESS("success", true, false, "title"),
    /** A box. */
    BOX("box", true, false, "title", "image"),
    /** Program text. */
    CODE("code", false, false, "language", "title", "layout"),
    /** The headings of the text. */
    TOC("toc", false, true, "depth", "start", "numbered", "scope"),
    /** An anchor; the restriction drops its output. */
    ID("id", false, false, "name"),
    /** A footnote. */
    FOOTNOTE("footnote", true, false),
    /** The list of footnotes. */
    FOOTNOTES("putFootnotes", false, true),
    /** Wiki text within wiki text. */
    CONTENT("content", true, false, "syntax"),
    /** A picture or a table with a caption. */
    FIGURE("figure", true, false),
    /** The caption. */
    CAPTION("figureCaption", true, false),
    /** Text that is not shown. */
    COMMENT("comment", false, false);

    private static final Map<String, TextMacro> ALL =
        Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(one -> one.id, Function.identity()));

    private final String id;

    private final boolean content;

    private final boolean whole;

    private final Set<String> parameters;

    TextMacro(String id, boolean content, boolean whole, String... parameters)
    {
        this.id = id;
        this.content = content;
        this.whole = whole;
        this.parameters = Set.of(parameters);
    }

    /**
     * @param id the name of a macro
     * @return its entry, {@code null} if texts may not use it
     */
    static TextMacro named(String id)
    {
        return ALL.get(id);
    }

    /** @return whether it parses its content as wiki text */
    boolean parsesContent()
    {
        return this.content;
    }

    /** @return whether its output grows with the whole text around it */
    boolean readsWholeText()
    {
        return this.whole;
    }

    /**
     * @param parameter a parameter, in lower case
     * @return whether it is kept
     */
    boolean takes(String parameter)
    {
        return this.parameters.contains(parameter);
    }
}
