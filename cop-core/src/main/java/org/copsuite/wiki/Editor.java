/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Map;
import java.util.Optional;

import org.xwiki.component.annotation.Role;

/** The text field for members, in the editor that the wiki and the person prefer. */
@Role
public interface Editor
{
    /**
     * @param field the field to print
     * @return the field as HTML, a labelable control with the given id and name
     */
    Html field(Field field);

    /**
     * Converts what the field posted to wiki text, since an editor may post HTML.
     *
     * @param name the field's name
     * @param value the posted value
     * @param others further parameters of the request that the editor may have added
     * @return xwiki/2.1 text, empty if the posted HTML could not be converted
     */
    Optional<String> text(String name, String value, Map<String, String> others);

    /**
     * A text field.
     *
     * @param id the HTML id
     * @param name the form field's name
     * @param text the initial text, xwiki/2.1
     * @param rows its height in lines
     * @param maximum the maximum number of characters
     * @param page the present or future page of the text, may be {@code null}
     * @param required whether it must not be empty
     * @param describedBy id of the element that describes it, or {@code null}
     */
    record Field(String id, String name, String text, int rows, int maximum, PageId page, boolean required,
        String describedBy)
    {
    }
}
