/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.syntax;

import org.xwiki.component.annotation.Role;

/** The macros that the wiki of the current request can run. */
@Role
public interface MacroCatalog
{
    /**
     * @param name the name of a macro as written in a text, case-sensitive
     * @return whether the macro exists, and how its content is read; never {@code null}. Never throws an exception
     */
    Content content(String name);

    /** How the content of a macro is read. */
    enum Content
    {
        /** The wiki has no such macro. */
        UNKNOWN,
        /** The content is text in the syntax around it, or the macro takes no content. */
        WIKI,
        /** The content is anything else: code, a script, another syntax. */
        VERBATIM
    }
}
