/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import org.copsuite.wiki.Html;
import org.copsuite.wiki.Page;

/**
 * What the layout surrounds.
 *
 * @param status the HTTP status
 * @param title the title, plain text
 * @param content what stands in the content column
 * @param page the page that it is about, or {@code null}
 * @param reading whether the page is read, so that its menu and panels are shown
 */
record View(int status, String title, Html content, Page page, boolean reading)
{
    /**
     * @param title the title
     * @param content the content
     * @return something about no page
     */
    static View of(String title, Html content)
    {
        return new View(200, title, content, null, false);
    }

    /**
     * @param title the title
     * @param content the content
     * @param page the page, or {@code null}
     * @return something done to a page
     */
    static View of(String title, Html content, Page page)
    {
        return new View(200, title, content, page, false);
    }

    /**
     * @param other a status
     * @return the same with that status
     */
    View with(int other)
    {
        return new View(other, this.title, this.content, this.page, this.reading);
    }
}
