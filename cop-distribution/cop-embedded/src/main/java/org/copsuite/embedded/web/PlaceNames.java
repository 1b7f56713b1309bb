/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.stream.Collectors;

import org.copsuite.wiki.SpaceId;

/** Formats the names of spaces in forms: {@code Outer.Inner}, without the wiki. */
final class PlaceNames
{
    private PlaceNames()
    {
    }

    /**
     * @param space a space
     * @return the name of the space, empty for the wiki
     */
    static String of(SpaceId space)
    {
        return space.path().stream().map(name -> name.replaceAll("([.:\\\\])", "\\\\$1"))
            .collect(Collectors.joining("."));
    }
}
