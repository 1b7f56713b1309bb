/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.List;

import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroMarkerBlock;

/**
 * Restricts what macros made of members' text: its parameters become styles and addresses, and
 * XWiki parses a macro's content after the text around it was restricted.
 * What the suite's own macros print is left as it is.
 */
public final class MacroOutput
{
    private static final String OWN = "cop-";

    /** Of XWiki's block that tells a failed macro's exception. */
    private static final String EXCEPTION = "xwikirenderingerrordescription";

    private MacroOutput()
    {
    }

    /** @param block a text whose macros have run, changed in place */
    public static void restrict(Block block)
    {
        for (Block child : List.copyOf(block.getChildren())) {
            if (child instanceof MacroMarkerBlock marker) {
                if (!marker.getId().startsWith(OWN)) {
                    dropExceptions(marker);
                    Restriction.applyToOutput(marker);
                }
            } else {
                restrict(child);
            }
        }
    }

    private static void dropExceptions(Block block)
    {
        for (Block child : List.copyOf(block.getChildren())) {
            String type = child.getParameter("class");
            if (type != null && type.contains(EXCEPTION)) {
                block.removeBlock(child);
            } else {
                dropExceptions(child);
            }
        }
    }
}
