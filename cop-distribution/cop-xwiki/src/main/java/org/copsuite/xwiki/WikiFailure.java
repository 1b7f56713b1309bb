/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

/** XWiki failed to process a call, for example because its database is unreachable or a page is corrupt. */
public class WikiFailure extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * @param message what failed
     * @param cause the cause
     */
    public WikiFailure(String message, Throwable cause)
    {
        super(message, cause);
    }
}
