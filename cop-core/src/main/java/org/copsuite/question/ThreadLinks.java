/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;

/** Addresses of answers and comments on the page of their question, which shows a part of them at a time. */
public final class ThreadLinks
{
    /** The parameter that names the answer or comment to show. */
    public static final String SHOW = "cop-show";

    private static final Pattern ANCHOR = Pattern.compile("cop-(?:post|comment)-([0-9a-f-]{36})");

    private ThreadLinks()
    {
    }

    /**
     * @param links makes addresses
     * @param page the page, as a rule of a question
     * @param anchor the HTML id of what to show there, empty for the page as a whole
     * @return the address, host-relative; it says which answer or comment it leads to, so that the page shows that one
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
