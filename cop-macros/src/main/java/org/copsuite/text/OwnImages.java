/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.Links;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.FormatBlock;
import org.xwiki.rendering.block.ImageBlock;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.listener.reference.ResourceType;

/**
 * Pictures whose address lies in the wiki itself. A browser asks for the address of a picture as its reader, who has not
 * chosen to: a text could have everybody who reads it call any page or service of the wiki. Files are shown, pages and
 * services are not.
 */
@Component(roles = OwnImages.class)
@Singleton
public class OwnImages
{
    /** Attachments and resources, in a server's root or below one name, as XWiki and the embedded wiki address them. */
    private static final Pattern FILE =
        Pattern.compile("/(?:(?!view/|rest/|bin/)[A-Za-z0-9_.-]+/)?(?:bin/)?(?:download|resources|webjars)/[^?#]+(?:[?#].*)?");

    /** What servers may resolve to another path. */
    private static final Pattern WINDING = Pattern.compile("\\\\|;|\\.\\.|%2e|%2f|%5c|%25", Pattern.CASE_INSENSITIVE);

    private static final ClassBlockMatcher IMAGES = new ClassBlockMatcher(ImageBlock.class);

    @Inject
    private Provider<Links> links;

    /**
     * @param path the path of an address in the wiki, with its query
     * @return whether it names a file
     */
    static boolean isFile(String path)
    {
        return FILE.matcher(path).matches() && !WINDING.matcher(path).find();
    }

    /**
     * @param root a restricted text whose macros have run, changed in place
     */
    public void restrict(Block root)
    {
        List<Block> images = root.getBlocks(IMAGES, Block.Axes.DESCENDANT);
        String own = images.isEmpty() ? null : host(this.links.get().absolute("/"));
        for (Block block : images) {
            ImageBlock image = (ImageBlock) block;
            if (image.getReference().getType().equals(ResourceType.URL) && own != null
                && leadsInside(image.getReference().getReference(), own)) {
                image.getParent().replaceChild(new FormatBlock(List.of(), Format.NONE), image);
            }
        }
    }

    private static boolean leadsInside(String address, String own)
    {
        try {
            URI uri = new URI(address.trim());
            return own.equals(host(address)) && !isFile(uri.getRawPath() + (uri.getRawQuery() == null ? ""
                : '?' + uri.getRawQuery()));
        } catch (URISyntaxException e) {
            // Browsers take more for an address than this class: what it cannot read is told by its beginning.
            return address.toLowerCase(Locale.ROOT).contains(own);
        }
    }

    /** The name only: the same server may listen at several ports and schemes. */
    private static String host(String address)
    {
        try {
            String host = new URI(address.trim()).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
