/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.listener.reference.ResourceType;

/**
 * Pictures whose URL is in the wiki itself. A browser requests a picture with its reader's session, without the
 * reader's choice: a text could make all its readers call any page or service of the wiki. Files are shown, pages and
 * services are not.
 */
@Component(roles = LocalImages.class)
@Singleton
public class LocalImages
{
    /**
     * Attachments and resources, at a server's root or below one path segment, as XWiki and the embedded wiki address
     * them.
     */
    private static final Pattern FILE =
        Pattern.compile("/(?:(?!view/|rest/|bin/)[A-Za-z0-9_.-]+/)?(?:bin/)?(?:download|resources|webjars)/[^?#]+(?:[?#].*)?");

    /** Sequences that servers may resolve to another path. */
    private static final Pattern WINDING = Pattern.compile("\\\\|;|\\.\\.|%2e|%2f|%5c|%25", Pattern.CASE_INSENSITIVE);

    /** Scheme, perhaps a name of a user, the host, perhaps a port. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z]+://(?:[^/?#\\\\@\\[\\]]*@)?"
        + "(\\[[0-9A-Fa-f:.]{2,45}\\]|[^/?#\\\\@:\\[\\]]+)(?::\\d*)?(?:[/?#][^\\\\]*)?");

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*");

    /** Browsers parse a host whose last label is a number as an IPv4 address, in any notation. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

    private static final ClassBlockMatcher IMAGES = new ClassBlockMatcher(ImageBlock.class);

    @Inject
    private Provider<Links> links;

    /**
     * @param path the path of a URL in the wiki, with its query
     * @return whether it addresses a file
     */
    static boolean isFile(String path)
    {
        return FILE.matcher(path).matches() && !WINDING.matcher(path).find();
    }

    /** @param root a restricted text whose macros have run, modified in place */
    public void restrict(Block root)
    {
        List<Block> images = root.getBlocks(IMAGES, Block.Axes.DESCENDANT);
        if (images.isEmpty()) {
            return;
        }
        String own = host(this.links.get().absolute("/"));
        Set<Block> parents = Collections.newSetFromMap(new IdentityHashMap<>());
        images.forEach(image -> parents.add(image.getParent()));
        parents.forEach(parent -> Children.replace(parent,
            child -> child instanceof ImageBlock image && leadsInside(image, own)
                ? List.of(new FormatBlock(List.of(), Format.NONE)) : null));
    }

    private static boolean leadsInside(ImageBlock image, String own)
    {
        ResourceReference reference = image.getReference();
        return reference.getType().equals(ResourceType.URL) && leadsInside(reference.getReference().trim(), own);
    }

    private static boolean leadsInside(String address, String own)
    {
        String host = host(address);
        // Browsers accept more than this class parses: an unparsable host may be the wiki's own.
        return host == null || own == null || own.equals(host) && !isFile(path(address));
    }

    private static String path(String address)
    {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery());
    }

    /**
     * Returns the host without port and scheme, since the same server may use several.
     *
     * @return the host as browsers parse it, {@code null} if browsers may parse it otherwise
     */
    private static String host(String address)
    {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return null;
        }
        try {
            URI.create(address);
            String host = parts.group(1).toLowerCase(Locale.ROOT);
            if (host.charAt(0) == '[') {
                // An address in brackets is read as such, no server of names is asked; one of IPv4 within IPv6 is that one.
                return InetAddress.getByName(host).getHostAddress();
            }
            String name = IDN.toASCII(host).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
            boolean plain = NAME.matcher(name).matches() && !NUMBER.matcher(name).matches();
            return plain || IPV4.matcher(name).matches() ? name : null;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return null;
        }
    }
}
