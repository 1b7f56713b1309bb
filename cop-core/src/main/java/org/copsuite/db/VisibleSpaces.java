/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.Set;
import java.util.TreeSet;

import org.copsuite.wiki.Access;
import org.copsuite.wiki.UserId;

/** What somebody may view, as statements filter by it: {@code space in (:spaces)}. */
public final class VisibleSpaces
{
    private VisibleSpaces()
    {
    }

    /**
     * @param access the rights
     * @param wiki the wiki
     * @param reader who reads
     * @return the deciding spaces that the reader may view, in a stable order and never none
     */
    public static Set<String> of(Access access, String wiki, UserId reader)
    {
        Set<String> spaces = new TreeSet<>();
        access.visibleSpaces(wiki, reader).forEach(space -> spaces.add(space.toString()));
        // An empty list is no valid SQL; no space has an empty name.
        spaces.add("");
        return spaces;
    }
}
