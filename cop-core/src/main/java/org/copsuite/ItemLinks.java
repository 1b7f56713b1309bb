/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;

/**
 * Builds URLs of items on a page, such as answers and comments on the page of their question. A page may show only a part
 * of its items at a time, so the URL also names the item to show.
 */
public final class ItemLinks
{
    /** The parameter that names the item to show. */
    public static final String SHOW = "cop-show";

    private static final Pattern ANCHOR = Pattern.compile("cop-[a-z]+-([0-9a-f-]{36})");

    private ItemLinks()
    {
    }

    /**
     * @param links builds URLs
     * @param page the page
     * @param anchor the HTML id of the item on that page, empty for the page as a whole
     * @return the host-relative URL; if the anchor is {@code cop-}, a word and a UUID, the URL contains the UUID in
     *         {@link #SHOW}, so that the page shows the part that contains the item
     */
    public static String url(Links links, PageId page, String anchor)
    {
        if (anchor.isEmpty()) {
            return links.view(page);
        }
        Matcher item = ANCHOR.matcher(anchor);
        String url = item.matches() ? links.action(page, "view", Map.of(SHOW, item.group(1))) : links.view(page);
        return url + '#' + anchor;
    }
}
