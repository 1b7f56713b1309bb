/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reference of a space: the wiki and the path of names from the wiki's root. The empty path is the wiki itself.
 *
 * @param wiki the wiki's id, for example {@code xwiki}
 * @param path the names from the root, outermost first
 */
public record SpaceId(WikiId wiki, List<String> path)
{
    /** Validates and copies the path. */
    public SpaceId
    {
        Objects.requireNonNull(wiki, "wiki");
        path = List.copyOf(path);
        if (wiki.value().isEmpty() || path.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("A space needs a wiki and no empty name: " + wiki + ':' + path);
        }
    }

    /**
     * @param wiki the wiki's id
     * @param path the names from the root
     * @return the space
     */
    public static SpaceId of(WikiId wiki, String... path)
    {
        return new SpaceId(wiki, List.of(path));
    }

    /**
     * Parses what {@link #toString()} returns.
     *
     * @param text {@code wiki:Outer.Inner}; a backslash precedes a dot, colon or backslash in a name
     * @return the space
     * @throws IllegalArgumentException if the text is no such reference
     */
    public static SpaceId parse(String text)
    {
        List<String> parts = References.split(text);
        return new SpaceId(new WikiId(parts.get(0)), parts.subList(1, parts.size()));
    }

    /**
     * @param name the name of the inner space
     * @return that space in this one
     */
    public SpaceId child(String name)
    {
        List<String> longer = new ArrayList<>(this.path);
        longer.add(name);
        return new SpaceId(this.wiki, longer);
    }

    /**
     * @param name the page's name
     * @return that page in this space
     */
    public PageId page(String name)
    {
        return new PageId(this, name);
    }

    /** @return the space's home page, {@code WebHome} */
    public PageId home()
    {
        return page(PageId.HOME);
    }

    /** @return the parent space, or this one if it is the wiki */
    public SpaceId parent()
    {
        return isWiki() ? this : new SpaceId(this.wiki, this.path.subList(0, this.path.size() - 1));
    }

    /** @return whether this is the whole wiki */
    public boolean isWiki()
    {
        return this.path.isEmpty();
    }

    /**
     * @param other another space
     * @return whether the other is this space or inside it
     */
    public boolean contains(SpaceId other)
    {
        return this.wiki.equals(other.wiki) && other.path.size() >= this.path.size()
            && other.path.subList(0, this.path.size()).equals(this.path);
    }

    @Override
    public String toString()
    {
        return References.join(this.wiki, this.path);
    }
}
