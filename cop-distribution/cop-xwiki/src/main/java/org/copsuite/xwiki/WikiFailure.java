/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

/** XWiki could not do what it was asked for: its database is out of reach, a page is broken. */
public class WikiFailure extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * @param message what could not be done
     * @param cause why
     */
    public WikiFailure(String message, Throwable cause)
    {
        super(message, cause);
    }
}
