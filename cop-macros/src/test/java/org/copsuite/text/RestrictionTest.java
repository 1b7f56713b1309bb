/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.ImageBlock;
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

    private static List<ImageBlock> images(String address, String type)
    {
        ImageBlock image = new ImageBlock(new ResourceReference(address, new ResourceType(type)), false);
        XDOM text = new XDOM(List.of(new ParagraphBlock(List.of(image))));
        Restriction.apply(text, 0);
        return text.getBlocks(new ClassBlockMatcher(ImageBlock.class), Block.Axes.DESCENDANT);
    }

    @ParameterizedTest
    @CsvSource({"path, /bin/view/CoP/Notices", "path, /bin/logout", "url, javascript:alert(1)", "data, x", "icon, add"})
    void aPictureIsNoAddressOfTheWikiItself(String type, String address)
    {
        assertThat(images(address, type)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"attach, map.png", "pageAttach, Page/map.png", "url, https://example.org/a.png"})
    void otherPicturesStay(String type, String address)
    {
        assertThat(images(address, type)).hasSize(1);
    }
}
