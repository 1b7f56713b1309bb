/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;

/**
 * A range of references, compared byte by byte.
 *
 * @param from the lower bound, inclusive
 * @param to the upper bound, exclusive
 */
record Range(String from, String to)
{
    /** The successor of the dot. */
    private static final char AFTER_DOT = '/';

    /** The successor of the colon. */
    private static final char AFTER_COLON = ';';

    /**
     * @param space a space, may be the wiki
     * @return the range of all references in the space, at any depth
     */
    static Range below(SpaceId space)
    {
        String name = space.toString();
        if (space.isWiki()) {
            return new Range(name, name.substring(0, name.length() - 1) + AFTER_COLON);
        }
        return new Range(name + '.', name + AFTER_DOT);
    }

    /**
     * The part of this range behind a page, for a statement with one lower bound, which it excludes. HSQLDB begins to read at
     * the first lower bound of a statement: with another one for the page, each part of a list would cost all parts before it.
     *
     * @param page a page, {@code null} for none
     * @return the references of this range after the page; no reference is the beginning of a range
     */
    Range behind(PageId page)
    {
        return page == null || page.toString().compareTo(this.from) < 0 ? this : new Range(page.toString(), this.to);
    }

    /**
     * @param page a page
     * @return the smallest reference after the page; valid because no stored reference contains a null character
     */
    static String after(PageId page)
    {
        return page.toString() + '\u0001';
    }

    static String after(SpaceId space)
    {
        return below(space).to();
    }
}
