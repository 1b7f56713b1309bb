/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.util.List;

import org.copsuite.wiki.Links;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.ImageBlock;
import org.xwiki.rendering.block.ParagraphBlock;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.listener.reference.ResourceType;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

@ComponentTest
class LocalImagesTest
{
    @InjectMockComponents
    private LocalImages images;

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
        "https://wiki.example/bin/view/A b", "https://wiki.example", "https://wiki.example./bin/view/A",
        "https://wiki\u3002example/bin/view/A", "https://\uff57iki.example/bin/view/A", "https://wiki%2Eexample/bin/view/A",
        "https://other.example\\@wiki.example/bin/view/A", "https://x:y@wiki.example:1/bin/view/A",
        "https:wiki.example/bin/view/A", "https:///wiki.example/bin/view/A", "https://wiki.example:/bin/view/A"})
    void callsNoPage(String address)
    {
        assertThat(shows(address)).isFalse();
    }

    /** One server, however its address is written. */
    @ParameterizedTest
    @ValueSource(strings = {"https://10.0.0.1/bin/view/A", "https://10.1/bin/view/A", "https://167772161/bin/view/A",
        "https://0xa000001/bin/view/A", "https://012.0.0.1/bin/view/A", "https://[::ffff:10.0.0.1]/bin/view/A"})
    void knowsItsAddressHoweverItIsWritten(String address)
    {
        when(this.links.absolute("/")).thenReturn("http://10.0.0.1/");

        assertThat(shows(address)).isFalse();
        assertThat(shows("https://10.0.0.2/a.png")).isTrue();
        assertThat(shows("http://10.0.0.1/bin/download/A/x.png")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://[2001:db8::1]/bin/view/A", "https://[2001:DB8:0:0::0:1]:8443/bin/view/A",
        "https://x@[2001:db8::1]/bin/view/A", "https://[2001:db8::0.0.0.1]/rest/wikis", "https://[2001:db8::1%25eth0]/bin/view/A",
        "https://[2001:db8::1/bin/view/A", "https://[v1.2001:db8::1]/bin/view/A"})
    void knowsItsAddressOfIpv6HoweverItIsWritten(String address)
    {
        when(this.links.absolute("/")).thenReturn("http://[2001:db8:0:0::1]:8080/");

        assertThat(shows(address)).isFalse();
        assertThat(shows("https://other.example/a.png")).isTrue();
        assertThat(shows("https://10.0.0.2/a.png")).isTrue();
        assertThat(shows("https://[2001:db8::2]/a.png")).isTrue();
        assertThat(shows("http://[2001:db8::1]:8080/bin/download/A/x.png")).isTrue();
    }

    /** A server whose name no standard of host names allows is known all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"https://my_wiki/bin/view/A", "https://MY_wiki:8443/bin/view/A"})
    void knowsAnOwnNameWithAnUnderscore(String address)
    {
        when(this.links.absolute("/")).thenReturn("https://my_wiki/");

        assertThat(shows(address)).isFalse();
        assertThat(shows("https://other.example/a.png")).isTrue();
    }

    @Test
    void readsManyPicturesInOnePass()
    {
        Counted paragraph = new Counted();
        for (int i = 0; i < 3000; i++) {
            paragraph.addChild(new ImageBlock(new ResourceReference("https://wiki.example/bin/view/A", ResourceType.URL), true));
            paragraph.addChild(new WordBlock("x"));
        }

        this.images.restrict(new XDOM(List.of(paragraph)));

        assertThat(paragraph.searched).isZero();
        assertThat(paragraph.getChildren()).hasSize(6000).noneMatch(ImageBlock.class::isInstance);
    }

    /** Counts how often one of its children is searched among all. */
    private static final class Counted extends ParagraphBlock
    {
        private int searched;

        Counted()
        {
            super(List.of());
        }

        @Override
        public void replaceChild(List<Block> blocks, Block child)
        {
            this.searched++;
            super.replaceChild(blocks, child);
        }
    }
}
