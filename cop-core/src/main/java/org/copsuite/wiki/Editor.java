/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Map;
import java.util.Optional;

import org.xwiki.component.annotation.Role;

/** The field in which members write, in the editor that the wiki (and the person) prefers. */
@Role
public interface Editor
{
    /**
     * @param field what to print
     * @return the field as HTML, a labelable control with the id and the name asked for
     */
    Html field(Field field);

    /**
     * Gives what the field posted as wiki text (an editor may post HTML).
     *
     * @param name the field's name
     * @param value what was posted under that name
     * @param others further parameters of the request that the editor may have added
     * @return xwiki/2.1 text, or nothing where the posted HTML could not be converted
     */
    Optional<String> text(String name, String value, Map<String, String> others);

    /**
     * An editing field.
     *
     * @param id the HTML id
     * @param name the form field's name
     * @param text what it holds at first, xwiki/2.1
     * @param rows its height in lines
     * @param maximum how many characters it takes
     * @param page the page that the text is (or will be) on, may be {@code null}
     * @param required whether it must not be empty
     * @param describedBy id of the element that describes it, or {@code null}
     */
    record Field(String id, String name, String text, int rows, int maximum, PageId page, boolean required,
        String describedBy)
    {
    }
}
