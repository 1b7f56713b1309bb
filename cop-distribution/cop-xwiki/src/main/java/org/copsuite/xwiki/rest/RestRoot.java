/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

/** Where the suite's resources lie: XWiki takes the wiki from this path, and from no other. */
final class RestRoot
{
    /** The path below {@code /rest}. */
    static final String PATH = "wikis/{wiki}/cop";

    private RestRoot()
    {
    }
}
