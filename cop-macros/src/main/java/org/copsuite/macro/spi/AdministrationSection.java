/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.spi;

import org.copsuite.CopException;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Role;

/**
 * Section of the administration of the suite. A form in it targets the element of the section, and the resource that
 * receives the form prints the section again with
 * {@link org.copsuite.macro.administration.AdministrationFragments#section}.
 */
@Role
public interface AdministrationSection extends PagePart
{
    /**
     * Prints the section for an administrator of the current wiki; callers check that the reader is one.
     *
     * @return an element with an id: a {@code <section class="cop-box">} with a heading of level 2, or several in a
     *         {@code <div>}; {@link Html#EMPTY} if the section has nothing for the reader
     * @throws CopException if the service refuses or is unavailable; the page shows its message in place of the section
     */
    Html print() throws CopException;

    /** @return whether the section is also shown in a wiki where the suite is switched off; by default it is not */
    default boolean showsWhereOff()
    {
        return false;
    }
}
