/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.syntax;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text in xwiki/2.1 that reads as its author meant it. The syntax itself takes everything behind a tag such as
 * <code>{{name}}</code> for the content of a macro that does not exist, and reads the slashes and the punctuation of an
 * address as marks. Here
 * <ul>
 * <li>a macro that the wiki does not have, and one that is never closed, is text; an unknown one that is closed gives way
 * to its content;</li>
 * <li>what stands between two pairs of braces in one line without being a macro is text as it stands;</li>
 * <li>an address is a link without the punctuation around it, and never a format;</li>
 * <li><code>image:</code>, <code>attach:</code> and <code>mailto:</code> are text unless a picture, a file or an address
 * follows.</li>
 * </ul>
 *
 * @param text the source for the parser of xwiki/2.1
 * @param remarks what was not taken for a macro, in the order of its first appearance, at most {@link #TOLD}
 */
public record SourceText(String text, Set<Remark> remarks)
{
    /** So many remarks are made at most. */
    public static final int TOLD = 20;

    /** What became of something that looks like a macro. */
    public enum Kind
    {
        /** The wiki has no such macro: it is shown as text. */
        TEXT,
        /** The wiki has no such macro: its content is shown. */
        CONTENT,
        /** The wiki has such a macro, but it is never closed: it is shown as text. */
        UNCLOSED
    }

    /**
     * A remark.
     *
     * @param macro the name of the macro as the text spells it, shortened where it is very long
     * @param kind what became of it
     */
    public record Remark(String macro, Kind kind)
    {
    }

    private static final Pattern CONCERNED = Pattern.compile("\\{\\{|://|(?i:image|attach|mailto):");

    /**
     * @param text a text in xwiki/2.1
     * @param macros the macros of the wiki
     * @return the same text, to be parsed
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
