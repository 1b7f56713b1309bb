/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Names a page: a space and a name in it. A page is known to the ledger by the UUID of its object, never by this,
 * since pages are moved.
 *
 * @param space the space that holds the page
 * @param name the page's name in it, {@code WebHome} for the space's home page
 */
public record PageId(SpaceId space, String name)
{
    /** The name of a space's home page. */
    public static final String HOME = "WebHome";

    /** The longest {@link #toString() text form} that the suite keeps: a page with a longer one is none of its pages. */
    public static final int MAXIMUM = 768;

    /** Checks. */
    public PageId
    {
        Objects.requireNonNull(space, "space");
        if (name.isEmpty() || space.isWiki()) {
            throw new IllegalArgumentException("A page needs a name and a space: " + space + '.' + name);
        }
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text {@code wiki:Outer.Inner.Page}; a dot, colon or backslash within a name stands behind a backslash
     * @return the page
     * @throws IllegalArgumentException if the text is no such reference
     */
    public static PageId parse(String text)
    {
        List<String> parts = References.split(text);
        if (parts.size() < 3) {
            throw new IllegalArgumentException("Not a page reference: " + text);
        }
        return new PageId(new SpaceId(parts.get(0), parts.subList(1, parts.size() - 1)), parts.get(parts.size() - 1));
    }

    /** @return the wiki's id */
    public String wiki()
    {
        return this.space.wiki();
    }

    /** @return whether this is the home page of its space */
    public boolean isHome()
    {
        return HOME.equals(this.name);
    }

    @Override
    public String toString()
    {
        List<String> parts = new ArrayList<>(this.space.path());
        parts.add(this.name);
        return References.join(this.space.wiki(), parts);
    }
}
