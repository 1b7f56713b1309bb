/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import org.copsuite.wiki.SpaceId;

/** Patterns for {@code like ... escape '!'}. Not a backslash, which some databases interpret themselves. */
public final class Like
{
    private Like()
    {
    }

    /**
     * @param text any text
     * @return a pattern that matches that text only
     */
    public static String literally(String text)
    {
        return text.replaceAll("([!%_])", "!$1");
    }

    /**
     * @param space a space; that of the wiki itself matches everything
     * @return a pattern that matches the references of pages and spaces in it, at any depth
     */
    public static String inside(SpaceId space)
    {
        return literally(space.isWiki() ? space.toString() : space + ".") + '%';
    }
}
