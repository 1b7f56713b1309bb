/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.xwiki.rendering.block.Block;

/**
 * Replaces children of a block in one pass. {@link Block#replaceChild} searches all children for each replacement,
 * which is quadratic for a paragraph of many thousand children.
 */
final class Children
{
    private Children()
    {
    }

    /**
     * @param block the block whose children are replaced
     * @param replacement returns the replacement of a child: an empty list removes it, {@code null} keeps it
     */
    static void replace(Block block, Function<Block, List<Block>> replacement)
    {
        List<Block> before = block.getChildren();
        List<Block> after = null;
        for (int i = 0; i < before.size(); i++) {
            Block child = before.get(i);
            List<Block> instead = replacement.apply(child);
            if (instead != null && after == null) {
                after = new ArrayList<>(before.subList(0, i));
            }
            if (instead != null) {
                after.addAll(instead);
            } else if (after != null) {
                after.add(child);
            }
        }
        if (after != null) {
            block.setChildren(after);
        }
    }
}
