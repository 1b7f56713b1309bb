/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import javax.servlet.http.HttpServletResponse;

import org.copsuite.wiki.PageId;

/** The page was moved to an id at which the reader may view it. */
class MovedException extends WebException
{
    private static final long serialVersionUID = 1L;

    private final transient PageId target;

    /** @param target the current id of the page */
    MovedException(PageId target)
    {
        super(HttpServletResponse.SC_NOT_FOUND, "embedded.error.missing");
        this.target = target;
    }

    /** @return the current id of the page */
    PageId target()
    {
        return this.target;
    }
}
