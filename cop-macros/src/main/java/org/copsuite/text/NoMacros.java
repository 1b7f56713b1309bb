/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.Map;

import org.xwiki.rendering.listener.VoidListener;

/** Detects whether a text contains a macro. */
final class NoMacros extends VoidListener
{
    private boolean macro;

    @Override
    public void onMacro(String id, Map<String, String> parameters, String content, boolean inline)
    {
        this.macro = true;
    }

    boolean hasMacro()
    {
        return this.macro;
    }
}
