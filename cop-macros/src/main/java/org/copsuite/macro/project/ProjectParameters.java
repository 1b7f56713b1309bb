/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.project;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows one project. */
public class ProjectParameters
{
    private String id;

    /** @return the id of the project; {@code null} or blank for the one of the page */
    public String getId()
    {
        return this.id;
    }

    /** @param id the id of the project; without it, the one of the page */
    @PropertyName("Id")
    @PropertyDescription("The id of the project. Without it: the project of the page.")
    public void setId(String id)
    {
        this.id = id;
    }
}
