/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.syntax;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text in xwiki/2.1, corrected to match the intention of its author. The syntax itself reads everything after a tag
 * such as <code>{{name}}</code> as the content of a macro that does not exist, and the slashes and the punctuation of
 * an address as formats. In the corrected text,
 * <ul>
 * <li>a macro that the wiki does not have, or that is never closed, is text; an unknown macro that is closed is
 * replaced by its content;</li>
 * <li>text between two pairs of braces on one line that is no macro is literal text;</li>
 * <li>an address is a link without the surrounding punctuation, and never a format;</li>
 * <li><code>image:</code>, <code>attach:</code> and <code>mailto:</code> are text unless a picture, a file or a mail
 * address follows.</li>
 * </ul>
 *
 * @param text the source for the parser of xwiki/2.1
 * @param remarks the macros that are not run, in the order of their first appearance, at most {@link #TOLD}
 */
public record SourceText(String text, Set<Remark> remarks)
{
    /** The maximum number of remarks. */
    public static final int TOLD = 20;

    /** How text that resembles a macro is shown. */
    public enum Kind
    {
        /** The wiki has no such macro; the tag is shown as text. */
        TEXT,
        /** The wiki has no such macro; its content is shown. */
        CONTENT,
        /** The wiki has such a macro, but it is never closed; the tag is shown as text. */
        UNCLOSED
    }

    /**
     * A remark.
     *
     * @param macro the name of the macro as written in the text, shortened if it is very long
     * @param kind how it is shown
     */
    public record Remark(String macro, Kind kind)
    {
    }

    private static final Pattern CONCERNED = Pattern.compile("\\{\\{|://|(?i:image|attach|mailto):");

    /**
     * @param text a text in xwiki/2.1
     * @param macros the macros of the wiki
     * @return the corrected text, ready to be parsed
     */
    public static SourceText of(String text, MacroCatalog macros)
    {
        if (!CONCERNED.matcher(text).find()) {
            return new SourceText(text, Set.of());
        }
        SourceWriter writer = new SourceWriter(text, macros);
        return new SourceText(writer.write(), writer.remarks());
    }
}
