/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyDisplayType;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows a community. */
public class CommunityParameters
{
    private String community;

    private String panels;

    /**
     * @return the name of a community or of its space; {@code null} or blank for the community that contains the page
     */
    public String getCommunity()
    {
        return this.community;
    }

    /** @param community the name of a community or of its space; without it, the community that contains the page */
    @PropertyName("Community")
    @PropertyDescription("The name of a community, or of its space. Without it: the community in which the page is.")
    @PropertyDisplayType(CommunityName.class)
    public void setCommunity(String community)
    {
        this.community = community;
    }

    /** @return the names of the panels to show, in this order; {@code null} or blank for all */
    public String getPanels()
    {
        return this.panels;
    }

    /** @param panels the names of the panels to show, in this order, separated by commas or blanks */
    @PropertyName("Panels")
    @PropertyDescription("The panels to show beside the questions, in this order, such as: milestones, members, thanks. Without it: all.")
    public void setPanels(String panels)
    {
        this.panels = panels;
    }
}
