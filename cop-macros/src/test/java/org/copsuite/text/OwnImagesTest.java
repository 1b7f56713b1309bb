/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.util.List;

import org.copsuite.wiki.Links;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.ImageBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.listener.reference.ResourceType;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

@ComponentTest
class OwnImagesTest
{
    @InjectMockComponents
    private OwnImages images;

    @MockComponent
    private Links links;

    @BeforeEach
    void address()
    {
        when(this.links.absolute("/")).thenReturn("https://wiki.example:8080/");
    }

    private boolean shows(String address)
    {
        XDOM text = new XDOM(List.of(new ImageBlock(new ResourceReference(address, ResourceType.URL), true)));
        this.images.restrict(text);
        return !text.getBlocks(new ClassBlockMatcher(ImageBlock.class), Block.Axes.DESCENDANT).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example/bin/view/x.png", "https://wiki.example/bin/download/A/B/x.png",
        "http://wiki.example:8080/xwiki/bin/download/A/B/x.png?rev=2.1", "https://notwiki.example/x"})
    void showsFilesAndOtherSites(String address)
    {
        assertThat(shows(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wiki.example:8080/bin/view/Notices/", "http://wiki.example/rest/wikis/x",
        "https://WIKI.example/bin/logout", "https://x@wiki.example/bin/view/A", "https://wiki.example/bin/download/../view/A",
        "https://wiki.example/bin/view/A b", "https://wiki.example"})
    void callsNoPage(String address)
    {
        assertThat(shows(address)).isFalse();
    }
}
