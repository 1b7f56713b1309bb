/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.spi;

import org.xwiki.component.annotation.Role;

/** Link to a page of the suite, which is a page in the suite's space, at the top of each of these pages. */
@Role
public interface NavigationEntry extends PagePart
{
    /** @return the name of the page, for example {@code Questions} */
    String page();

    /** @return the translation key of the words of the link */
    default String key()
    {
        return "cop.navigation." + page();
    }

    /** @return whether guests also see the link; by default they do */
    default boolean showsToGuests()
    {
        return true;
    }
}
