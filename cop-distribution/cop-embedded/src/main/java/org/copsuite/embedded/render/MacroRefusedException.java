/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import org.xwiki.rendering.macro.MacroExecutionException;

/** A macro may not be used where it stands. */
class MacroRefusedException extends MacroExecutionException
{
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * @param key the translation key of the sentence that says so
     */
    MacroRefusedException(String key)
    {
        super(key);
        this.key = key;
    }

    /** @return the translation key of the sentence that says so */
    String getKey()
    {
        return this.key;
    }
}
