/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.List;
import java.util.Set;

import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroMarkerBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;

/** Macros whose output is the same for every reader. */
public final class SharedMacros
{
    /** Metadata of a text that names a macro which the wiki lacks: it may be installed later. */
    static final String MISSING = "cop-missing-macros";

    private static final Set<String> IDS = Set.of("info", "warning", "error", "success", "box", "code", "toc", "id",
        "footnote", "putFootnotes", "content");

    private static final ClassBlockMatcher MARKERS = new ClassBlockMatcher(MacroMarkerBlock.class);

    private SharedMacros()
    {
    }

    /**
     * @param xdom a text whose macros have run
     * @return whether it contains shared macros only, and none that the wiki may get later
     */
    public static boolean only(XDOM xdom)
    {
        if (xdom.getMetaData().getMetaData(MISSING) != null) {
            return false;
        }
        List<Block> markers = xdom.getBlocks(MARKERS, Block.Axes.DESCENDANT);
        return markers.stream().allMatch(marker -> IDS.contains(((MacroMarkerBlock) marker).getId()));
    }
}
