/* SPDX-License-Identifier: LGPL-2.1-or-later */
package com.xpn.xwiki;

/** Stands in for the platform's in tests. */
public class XWikiException extends Exception
{
    private static final long serialVersionUID = 1L;

    public XWikiException(String message)
    {
        super(message);
    }
}
