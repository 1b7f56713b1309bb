/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.copsuite.macro.template.HtmlEscaper;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.DefinitionDescriptionBlock;
import org.xwiki.rendering.block.DefinitionTermBlock;
import org.xwiki.rendering.block.FormatBlock;
import org.xwiki.rendering.block.GroupBlock;
import org.xwiki.rendering.block.HeaderBlock;
import org.xwiki.rendering.block.ImageBlock;
import org.xwiki.rendering.block.ListItemBlock;
import org.xwiki.rendering.block.ParagraphBlock;
import org.xwiki.rendering.block.QuotationBlock;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.block.TableCellBlock;
import org.xwiki.rendering.block.VerbatimBlock;
import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.listener.reference.ResourceType;
import org.xwiki.rendering.syntax.Syntax;

/**
 * Adds markup, just before printing, for which the syntax has no construct: keys ({@code (% class="kbd" %)}),
 * quotations of several blocks ({@code (% class="quote" %)} before a group), spoilers that are closed until a reader
 * opens them ({@code (% class="spoiler" %)}, with {@code title} as the words to press), and the direction of each
 * block. A block takes its direction from its own first letter; code is always left to right.
 */
public final class SemanticMarkup
{
    /**
     * Translation key of the words that open a spoiler: in one language, since rendered texts are cached for all
     * readers.
     */
    public static final String SPOILER_WORDS = "cop.text.spoiler";

    /** Class of quotations imported by earlier versions. */
    private static final String EARLIER_QUOTE = "cop-quote";

    private static final String QUOTE = "quote";

    private static final String SPOILER = "spoiler";

    private static final String KEY = "kbd";

    private static final String CLASS = "class";

    private static final String TITLE = "title";

    private static final String DIRECTION = "dir";

    private static final String CODE_DIRECTION = "ltr";

    /** The time is checked once per this many blocks. */
    private static final int CLOCK = 1024;

    private SemanticMarkup()
    {
    }

    /**
     * Converts a group that is marked as a quotation. Called before classes are removed.
     *
     * @param block any block
     * @return a quotation with the same content, or the block itself
     */
    static Block quotation(Block block)
    {
        boolean quote = block instanceof GroupBlock && (has(block, QUOTE) || has(block, EARLIER_QUOTE));
        return quote ? new QuotationBlock(block.getChildren(), Map.of()) : block;
    }

    /**
     * @param root a restricted text whose macros have run, modified in place
     * @param spoiler returns the words that open a spoiler without a title
     */
    public static void apply(Block root, Supplier<String> spoiler)
    {
        List<Block> blocks = all(root);
        // From last to first: nested blocks are enclosed before the block itself.
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (i % CLOCK == 0) {
                TextLimits.current().checkTime();
            }
            Block block = blocks.get(i);
            block.getChildren().forEach(child -> {
                direct(child);
                fetch(child);
            });
            Children.replace(block, child -> enclosed(block, child, spoiler));
        }
    }

    private static List<Block> all(Block root)
    {
        List<Block> blocks = new ArrayList<>(List.of(root));
        for (int i = 0; i < blocks.size(); i++) {
            if (i % CLOCK == 0) {
                TextLimits.current().checkTime();
            }
            blocks.addAll(blocks.get(i).getChildren());
        }
        return blocks;
    }

    /** @return the replacement of a block, {@code null} to keep the block */
    private static List<Block> enclosed(Block parent, Block child, Supplier<String> spoiler)
    {
        if (child instanceof FormatBlock && has(child, KEY)) {
            return between("<kbd dir=\"ltr\">", child, "</kbd>");
        }
        if (child instanceof GroupBlock && has(child, SPOILER)) {
            String title = child.getParameter(TITLE);
            String words = HtmlEscaper.escape(title == null || title.isBlank() ? spoiler.get() : title);
            return between("<details class=\"spoiler\"><summary dir=\"auto\">" + words + "</summary>", child, "</details>");
        }
        if (child instanceof VerbatimBlock verbatim && verbatim.isInline() && !isCode(parent)) {
            // Inline verbatim text is printed without attributes.
            return List.of(new FormatBlock(List.of(verbatim), Format.NONE, Map.of(DIRECTION, CODE_DIRECTION)));
        }
        return null;
    }

    private static List<Block> between(String before, Block child, String after)
    {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new RawBlock(before, Syntax.HTML_5_0));
        blocks.addAll(child.getChildren());
        blocks.add(new RawBlock(after, Syntax.HTML_5_0));
        return blocks;
    }

    /** Lazy loading: a browser fetches a foreign picture when a reader scrolls to it. */
    private static void fetch(Block block)
    {
        if (block instanceof ImageBlock image && image.getReference().getType().equals(ResourceType.URL)) {
            image.setParameter("loading", "lazy");
        }
    }

    private static void direct(Block block)
    {
        if (isCode(block)) {
            set(block, CODE_DIRECTION);
        } else if (block.getParameter(DIRECTION) == null && (block instanceof ParagraphBlock
            || block instanceof ListItemBlock || block instanceof HeaderBlock || block instanceof TableCellBlock
            || block instanceof QuotationBlock || block instanceof DefinitionTermBlock
            || block instanceof DefinitionDescriptionBlock))
        {
            set(block, "auto");
        }
    }

    private static boolean isCode(Block block)
    {
        return block instanceof VerbatimBlock || block instanceof FormatBlock format && format.getFormat() == Format.MONOSPACE
            || block instanceof GroupBlock && has(block, "code");
    }

    private static void set(Block block, String direction)
    {
        Map<String, String> parameters = new LinkedHashMap<>(block.getParameters());
        parameters.put(DIRECTION, direction);
        block.setParameters(parameters);
    }

    private static boolean has(Block block, String name)
    {
        String classes = block.getParameter(CLASS);
        return classes != null && Arrays.asList(classes.split("\\s+")).contains(name);
    }
}
