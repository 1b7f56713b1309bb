/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyDisplayType;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of a macro that shows what belongs to one community, or to all. */
public class CommunityFilter
{
    private String community;

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
    @PropertyDisplayType(CommunityName.class)
    public void setCommunity(String community)
    {
        this.community = community;
    }
}
