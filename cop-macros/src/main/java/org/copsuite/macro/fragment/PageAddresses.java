/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;

/**
 * Finds the page of a URL, for any URL scheme of the wiki. Every suffix of the path may name a page; the result is the
 * page whose own URL has that path.
 */
public final class PageAddresses
{
    private static final int SEGMENTS = 30;

    private PageAddresses()
    {
    }

    /**
     * @param links the URLs of pages
     * @param wiki the wiki
     * @param address an absolute or relative URL, as copied from a browser
     * @return the page; empty if there is none, or if the path has more than 30 segments
     */
    public static Optional<PageId> page(Links links, WikiId wiki, String address)
    {
        String path = address.replaceFirst("^[a-z]+://[^/]*", "").replaceFirst("[?#].*$", "");
        List<String> names = new ArrayList<>();
        try {
            for (String segment : path.split("/")) {
                if (!segment.isEmpty()) {
                    names.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
                }
            }
        } catch (IllegalArgumentException e) {
            // Invalid percent encoding: not a URL of this wiki.
            return Optional.empty();
        }
        if (names.size() > SEGMENTS) {
            return Optional.empty();
        }
        String wanted = normal(path);
        return Stream.iterate(0, start -> start + 1).limit(names.size())
            .flatMap(start -> candidates(wiki, names.subList(start, names.size())))
            .filter(page -> normal(links.view(page)).equals(wanted)).findFirst();
    }

    private static Stream<PageId> candidates(WikiId wiki, List<String> names)
    {
        PageId home = new SpaceId(wiki, names).home();
        int last = names.size() - 1;
        return last == 0 ? Stream.of(home)
            : Stream.of(home, new SpaceId(wiki, names.subList(0, last)).page(names.get(last)));
    }

    private static String normal(String path)
    {
        String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        String withoutHome = decoded.endsWith("/" + PageId.HOME)
            ? decoded.substring(0, decoded.length() - PageId.HOME.length()) : decoded;
        return withoutHome.replaceFirst("/+$", "");
    }
}
