/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that lists communities. */
public class CommunitiesParameters
{
    private String limit;

    /** @return how many communities, 1 to 60; without it 24, with a search field; nothing where the author wrote nothing */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit how many communities, 1 to 60; without it 24, with a search field */
    @PropertyName("Limit")
    @PropertyDescription("How many communities, 1 to 60; without it 24, with a search field.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
