/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The macros of XWiki that members' texts may use: their cost grows with what is written in them and no faster, and
 * they read nothing but the text. Parameters that are not named here are dropped: each one named is a word, a number or
 * a text that is parsed within limits, and what it becomes is restricted as everything else is.
 */
enum TextMacro
{
    /** A box with a note. */
    INFO("info", true, false, "title"),
    /** A box with a warning. */
    WARNING("warning", true, false, "title"),
    /** A box with an error. */
    ERROR("error", true, false, "title"),
    /** A box with good news. */
    SUCCESS("success", true, false, "title"),
    /** A box. */
    BOX("box", true, false, "title", "image"),
    /** Program text. */
    CODE("code", false, false, "language", "title", "layout"),
    /** The headings of the text. */
    TOC("toc", false, true, "depth", "start", "numbered", "scope"),
    /** A place to jump to; the restriction drops what it gives. */
    ID("id", false, false, "name"),
    /** A note at the end. */
    FOOTNOTE("footnote", true, false),
    /** Where the notes stand. */
    FOOTNOTES("putFootnotes", false, true),
    /** Wiki text within wiki text. */
    CONTENT("content", true, false, "syntax"),
    /** A picture or a table with a caption. */
    FIGURE("figure", true, false),
    /** The caption. */
    CAPTION("figureCaption", true, false),
    /** What is not shown. */
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
     * @param id of a macro
     * @return what is known of it, {@code null} where texts may not use it
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

    /** @return whether what it shows grows with the whole text around it */
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
