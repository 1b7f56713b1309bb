/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A page with an object that says what the page is.
 *
 * @param reference its name with its spaces, joined by dots
 * @param title its title
 * @param content its text
 * @param className the class of the object
 * @param properties the object's properties
 */
public record TypedPage(String reference, String title, String content, String className,
    Map<String, String> properties)
{
    /** @return the names of its spaces, from outside inwards, and its own as the last */
    List<String> names()
    {
        return Arrays.asList(this.reference.split("\\."));
    }

    /** @return the space that it is in */
    String space()
    {
        return this.reference.substring(0, this.reference.lastIndexOf('.'));
    }

    /** @return its own name */
    String name()
    {
        return this.reference.substring(this.reference.lastIndexOf('.') + 1);
    }
}
