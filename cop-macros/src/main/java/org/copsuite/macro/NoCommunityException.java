/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

/**
 * Signals that a macro that shows something of a community has none: no parameter and no address names one, and the page is
 * in none. Nobody has made a mistake, so the page says it once, for all of its macros.
 */
public class NoCommunityException extends WrongParameterException
{
    private static final long serialVersionUID = 1L;

    /** Tells how a page gets a community. */
    public NoCommunityException()
    {
        super("cop.macro.noCommunity");
    }
}
