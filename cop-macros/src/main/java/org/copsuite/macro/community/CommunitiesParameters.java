/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that lists communities. */
public class CommunitiesParameters
{
    private String limit;

    /** @return the maximum number of communities, 1 to 60; {@code null} or blank for 24 with a search field */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit the maximum number of communities, 1 to 60; without it 24, with a search field */
    @PropertyName("Limit")
    @PropertyDescription("How many communities, 1 to 60; without it 24, with a search field.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
