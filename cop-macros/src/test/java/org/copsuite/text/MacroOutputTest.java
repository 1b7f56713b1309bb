/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.GroupBlock;
import org.xwiki.rendering.block.MacroMarkerBlock;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.syntax.Syntax;

import static org.assertj.core.api.Assertions.assertThat;

/** XWiki parses what stands in a macro after the text around it was restricted. */
class MacroOutputTest
{
    private static XDOM text(String macro, Block... output)
    {
        return new XDOM(List.of(new MacroMarkerBlock(macro, Map.of(), List.of(output), false)));
    }

    @Test
    void takesAttributesOutOfWhatStandsInAMacro()
    {
        GroupBlock group = new GroupBlock(List.of(new WordBlock("x")),
            Map.of("data-hx-post", "/x", "onclick", "alert(1)", "class", "box cop-form", "title", "t"));
        XDOM text = text("info", group);
        MacroOutput.restrict(text);

        Block left = text.getChildren().get(0).getChildren().get(0);
        assertThat(left.getParameters()).isEqualTo(Map.of("class", "box", "title", "t"));
    }

    @Test
    void printsRawOutputOfOtherMacrosAsText()
    {
        XDOM text = text("html", new RawBlock("<script>", Syntax.HTML_5_0));
        MacroOutput.restrict(text);

        assertThat(text.getChildren().get(0).getChildren()).noneMatch(RawBlock.class::isInstance);
    }

    @Test
    void leavesTheSuitesOwnMacrosAlone()
    {
        XDOM text = text("cop-questions", new RawBlock("<div class=\"cop\"></div>", Syntax.HTML_5_0));
        MacroOutput.restrict(text);

        assertThat(text.getChildren().get(0).getChildren()).singleElement().isInstanceOf(RawBlock.class);
    }

    @Test
    void tellsNoException()
    {
        XDOM text = text("toc", new GroupBlock(List.of(new WordBlock("Failed")), Map.of("class", "xwikirenderingerror")),
            new GroupBlock(List.of(new WordBlock("java.lang.Exception")),
                Map.of("class", "xwikirenderingerrordescription hidden")));
        MacroOutput.restrict(text);

        assertThat(text.getChildren().get(0).getChildren()).hasSize(1);
    }
}
