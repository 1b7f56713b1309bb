/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.FormatBlock;
import org.xwiki.rendering.block.GroupBlock;
import org.xwiki.rendering.block.ParagraphBlock;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.block.VerbatimBlock;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.listener.Format;

/** What a text with many keys and spoilers, or with some in each other, becomes. */
class SemanticMarkupTest
{
    private static Block key(Block... content)
    {
        return new FormatBlock(new ArrayList<>(List.of(content)), Format.NONE, Map.of("class", "kbd"));
    }

    private static Block spoiler(Block... content)
    {
        return new GroupBlock(new ArrayList<>(List.of(content)), Map.of("class", "spoiler"));
    }

    private static String raw(XDOM text)
    {
        return text.getBlocks(new ClassBlockMatcher(RawBlock.class), Block.Axes.DESCENDANT).stream()
            .map(block -> ((RawBlock) block).getRawContent().replaceAll("<(/?[a-z]+).*", "<$1>"))
            .collect(Collectors.joining());
    }

    @Test
    void enclosesWhatStandsInEachOther()
    {
        XDOM text = new XDOM(List.of(spoiler(spoiler(new ParagraphBlock(List.of(key(key(new WordBlock("x")))))))));

        SemanticMarkup.apply(text, () -> "Show");

        assertThat(raw(text))
            .isEqualTo("<details><details><kbd><kbd></kbd></kbd></details></details>");
    }

    /** One paragraph of many thousand keys took nine seconds, since each was searched among all others. */
    @Test
    void enclosesManyInOnePass()
    {
        List<Integer> searched = new ArrayList<>();
        ParagraphBlock paragraph = new ParagraphBlock(List.of())
        {
            @Override
            public void replaceChild(List<Block> blocks, Block child)
            {
                searched.add(1);
                super.replaceChild(blocks, child);
            }
        };
        for (int i = 0; i < 20_000; i++) {
            paragraph.addChild(i % 2 == 0 ? key(new WordBlock("x")) : new VerbatimBlock("x", true));
        }

        XDOM text = new XDOM(List.of(paragraph));
        SemanticMarkup.apply(text, () -> "Show");

        assertThat(searched).isEmpty();
        assertThat(raw(text)).hasSize(10_000 * "<kbd></kbd>".length());
    }

    @Test
    void checksTheTime()
    {
        XDOM text = new XDOM(List.of(new ParagraphBlock(List.of(key(new WordBlock("x"))))));
        try (TextLimits.Scope scope = TextLimits.within(Duration.ofNanos(1)).open()) {
            assertThatThrownBy(() -> SemanticMarkup.apply(text, () -> "Show")).isInstanceOf(TextLimitException.class);
        }
    }
}
