/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import org.copsuite.wiki.Access;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** The spaces that a reader may view, for filters of statements: {@code space in (:spaces)}. */
public final class VisibleSpaces
{
    private VisibleSpaces()
    {
    }

    /**
     * @param access the rights
     * @param wiki the wiki
     * @param reader the reader
     * @return the deciding spaces that the reader may view, in a stable order, never empty
     */
    public static Set<String> of(Access access, WikiId wiki, UserId reader)
    {
        return ReadMemo.get(new Key(wiki, reader), () -> {
            Set<String> spaces = new TreeSet<>();
            access.visibleSpaces(wiki, reader).forEach(space -> spaces.add(space.toString()));
            // An empty list is invalid SQL; no space has an empty name.
            spaces.add("");
            return Collections.unmodifiableSet(spaces);
        });
    }

    /**
     * Under what a page keeps the spaces.
     *
     * @param wiki the wiki
     * @param reader the reader
     */
    private record Key(WikiId wiki, UserId reader)
    {
    }

    /**
     * @param access the rights
     * @param around a space
     * @param reader the reader
     * @return those of the deciding spaces that the reader may view that can decide for a page in the space: the space
     *         itself, spaces in it and spaces that contain it; in a stable order, never empty
     */
    public static Set<String> near(Access access, SpaceId around, UserId reader)
    {
        Set<String> spaces = new TreeSet<>();
        access.visibleSpaces(around.wiki(), reader).stream()
            .filter(space -> space.contains(around) || around.contains(space))
            .forEach(space -> spaces.add(space.toString()));
        spaces.add("");
        return spaces;
    }
}
