/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;

/**
 * A range of references, compared byte by byte.
 *
 * @param from the first
 * @param to the one after the last
 */
record Range(String from, String to)
{
    /** The character after the dot. */
    private static final char AFTER_DOT = '/';

    /** The character after the colon. */
    private static final char AFTER_COLON = ';';

    /** All that lies in a space, at any depth. */
    static Range below(SpaceId space)
    {
        String name = space.toString();
        if (space.isWiki()) {
            return new Range(name, name.substring(0, name.length() - 1) + AFTER_COLON);
        }
        return new Range(name + '.', name + AFTER_DOT);
    }

    /** What follows a page, the first that can be: nothing that is stored holds a null character. */
    static String after(PageId page)
    {
        return page.toString() + '\u0001';
    }

    static String after(SpaceId space)
    {
        return below(space).to();
    }
}
