/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import org.copsuite.wiki.Html;
import org.copsuite.wiki.Page;

/**
 * The content that the layout surrounds.
 *
 * @param status the HTTP status
 * @param title the title, plain text
 * @param content the HTML of the content column
 * @param page the page that the content is about, {@code null} for none
 * @param reading whether the page is being read; the layout then shows its menu and panels
 */
record View(int status, String title, Html content, Page page, boolean reading)
{
    /**
     * @param title the title
     * @param content the content
     * @return a view that is about no page, with status 200
     */
    static View of(String title, Html content)
    {
        return new View(200, title, content, null, false);
    }

    /**
     * @param title the title
     * @param content the content
     * @param page the page, {@code null} for none
     * @return the view of an action on a page, with status 200
     */
    static View of(String title, Html content, Page page)
    {
        return new View(200, title, content, page, false);
    }

    /**
     * @param other the HTTP status
     * @return the same view with that status
     */
    View with(int other)
    {
        return new View(other, this.title, this.content, this.page, this.reading);
    }
}
