/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyDisplayType;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of a macro that shows the content of one community or of all. */
public class CommunityFilter
{
    private String community;

    /**
     * @return the name of a community or of its space; {@code null} or blank for the community that contains the page,
     *         or for all communities on a page outside of any
     */
    public String getCommunity()
    {
        return this.community;
    }

    /**
     * @param community the name of a community or of its space; without it, the community that contains the page, or
     *            all communities on a page outside of any
     */
    @PropertyName("Community")
    @PropertyDescription("The name of a community, or of its space. Without it: the community in which the page is, "
        + "otherwise all communities.")
    @PropertyDisplayType(CommunityName.class)
    public void setCommunity(String community)
    {
        this.community = community;
    }
}
