/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reference of a page: a space and a name in it. The ledger knows a page by the UUID of its object, never by this,
 * since pages are moved.
 *
 * @param space the space of the page
 * @param name the page's name in it, {@code WebHome} for the space's home page
 */
public record PageId(SpaceId space, String name)
{
    /** Name of a space's home page. */
    public static final String HOME = "WebHome";

    /** Maximum length of the {@link #toString() text form}: a page with a longer one is none of the suite's pages. */
    public static final int MAXIMUM = 768;

    /** Validates that nothing is missing. */
    public PageId
    {
        Objects.requireNonNull(space, "space");
        if (name.isEmpty() || space.isWiki()) {
            throw new IllegalArgumentException("A page needs a name and a space: " + space + '.' + name);
        }
    }

    /**
     * Parses what {@link #toString()} returns.
     *
     * @param text {@code wiki:Outer.Inner.Page}; a backslash precedes a dot, colon or backslash in a name
     * @return the page
     * @throws IllegalArgumentException if the text is no such reference
     */
    public static PageId parse(String text)
    {
        List<String> parts = References.split(text);
        if (parts.size() < 3) {
            throw new IllegalArgumentException("Not a page reference: " + text);
        }
        return new PageId(new SpaceId(new WikiId(parts.get(0)), parts.subList(1, parts.size() - 1)),
            parts.get(parts.size() - 1));
    }

    /** @return the wiki's id */
    public WikiId wiki()
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
