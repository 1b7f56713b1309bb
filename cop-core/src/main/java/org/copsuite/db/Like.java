/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import org.copsuite.wiki.SpaceId;

/** Patterns for {@code like ... escape '!'}: a backslash would mean something of its own to some databases. */
public final class Like
{
    private Like()
    {
    }

    /**
     * @param text any text
     * @return what is like that text alone
     */
    public static String literally(String text)
    {
        return text.replaceAll("([!%_])", "!$1");
    }

    /**
     * @param space a space; the wiki holds all
     * @return what the references of pages and spaces are like that lie in it, at any depth
     */
    public static String inside(SpaceId space)
    {
        return literally(space.isWiki() ? space.toString() : space + ".") + '%';
    }
}
