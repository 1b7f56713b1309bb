/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that lists tags. */
public class TagsParameters
{
    private String community;

    private String limit;

    /**
     * @return the name of a community, or of its space. Without it: the community in which the page is, otherwise all
     *     communities; nothing where the author wrote nothing
     */
    public String getCommunity()
    {
        return this.community;
    }

    /**
     * @param community the name of a community, or of its space. Without it: the community in which the page is,
     *     otherwise all communities
     */
    @PropertyName("Community")
    @PropertyDescription("The name of a community, or of its space. Without it: the community in which the page is, "
        + "otherwise all communities.")
    public void setCommunity(String community)
    {
        this.community = community;
    }

    /** @return how many tags, 1 to 200; without it 100, with a search field; nothing where the author wrote nothing */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit how many tags, 1 to 200; without it 100, with a search field */
    @PropertyName("Limit")
    @PropertyDescription("How many tags, 1 to 200; without it 100, with a search field.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
