/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.LinkBlock;
import org.xwiki.rendering.block.ParagraphBlock;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.listener.reference.DocumentResourceReference;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.listener.reference.ResourceType;

class RestrictionTest
{
    private static XDOM text(ResourceReference reference, Block... label)
    {
        return new XDOM(List.of(new ParagraphBlock(List.of(new LinkBlock(List.of(label), reference, false)))));
    }

    private static List<LinkBlock> links(XDOM text)
    {
        Restriction.apply(text, 0);
        return text.getBlocks(new ClassBlockMatcher(LinkBlock.class), Block.Axes.DESCENDANT);
    }

    @Test
    void aLinkOfATableOfContentsStays()
    {
        DocumentResourceReference place = new DocumentResourceReference(null);
        place.setAnchor("HDeep");
        assertThat(links(text(place, new WordBlock("Deep")))).hasSize(1);
    }

    @Test
    void anAddressThatIsNoneBecomesItsLabel()
    {
        assertThat(links(text(new ResourceReference(null, ResourceType.URL), new WordBlock("Nowhere")))).isEmpty();
        assertThat(links(text(new ResourceReference(null, ResourceType.URL)))).isEmpty();
    }
}
