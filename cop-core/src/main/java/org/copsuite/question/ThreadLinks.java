/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;

/**
 * Builds URLs of answers and comments on the page of their question. That page shows only a part of the thread at a
 * time, so the URL names the post to show.
 */
public final class ThreadLinks
{
    /** The parameter that names the answer or comment to show. */
    public static final String SHOW = "cop-show";

    private static final Pattern ANCHOR = Pattern.compile("cop-(?:post|comment)-([0-9a-f-]{36})");

    private ThreadLinks()
    {
    }

    /**
     * @param links builds URLs
     * @param page the page, usually that of a question
     * @param anchor the HTML id of the post or comment on that page, empty for the page as a whole
     * @return the host-relative URL; it contains the id of the answer or comment in {@link #SHOW}, so that the page
     *         shows the part that contains it
     */
    public static String url(Links links, PageId page, String anchor)
    {
        if (anchor.isEmpty()) {
            return links.view(page);
        }
        Matcher post = ANCHOR.matcher(anchor);
        String url = post.matches() ? links.action(page, "view", Map.of(SHOW, post.group(1))) : links.view(page);
        return url + '#' + anchor;
    }
}
