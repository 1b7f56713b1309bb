/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import org.xwiki.rendering.macro.MacroExecutionException;

/** Signals that a macro is not allowed in this content. */
class MacroRefusedException extends MacroExecutionException
{
    private static final long serialVersionUID = 1L;

    private final String key;

    /** @param key the translation key of the reason */
    MacroRefusedException(String key)
    {
        super(key);
        this.key = key;
    }

    /** @return the translation key of the reason */
    String getKey()
    {
        return this.key;
    }
}
