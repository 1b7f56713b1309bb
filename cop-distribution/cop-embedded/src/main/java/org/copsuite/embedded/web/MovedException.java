/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import javax.servlet.http.HttpServletResponse;

import org.copsuite.wiki.PageId;

/** The page was moved to another place, which the reader may view. */
class MovedException extends WebException
{
    private static final long serialVersionUID = 1L;

    private final transient PageId target;

    /**
     * @param target where the page stands now
     */
    MovedException(PageId target)
    {
        super(HttpServletResponse.SC_NOT_FOUND, "embedded.error.missing");
        this.target = target;
    }

    /** @return where the page stands now */
    PageId target()
    {
        return this.target;
    }
}
