/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.List;

import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroMarkerBlock;

/**
 * Restricts the output of macros in members' text: their parameters become styles and URLs, and XWiki parses a macro's
 * content after the text around it was restricted. The output of the suite's own macros is not changed.
 */
public final class MacroOutput
{
    private static final String OWN = "cop-";

    /** Class of XWiki's block with the exception of a failed macro. */
    private static final String EXCEPTION = "xwikirenderingerrordescription";

    private MacroOutput()
    {
    }

    /** @param block a text whose macros have run, modified in place */
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
