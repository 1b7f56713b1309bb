/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.search;

import org.copsuite.macro.community.CommunityFilter;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that lists tags. */
public class TagsParameters extends CommunityFilter
{
    private String limit;

    /** @return the maximum number of tags, 1 to 200; {@code null} or blank for 100 with a search field */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit the maximum number of tags, 1 to 200; without it 100, with a search field */
    @PropertyName("Limit")
    @PropertyDescription("How many tags, 1 to 200; without it 100, with a search field.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
