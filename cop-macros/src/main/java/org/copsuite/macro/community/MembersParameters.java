/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyDisplayType;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that lists members. */
public class MembersParameters
{
    private String community;

    private String role;

    private String limit;

    /** @return the name of a community or of its space; {@code null} or blank for the one that contains the page */
    public String getCommunity()
    {
        return this.community;
    }

    /** @param community the name of a community or of its space; without it, the one that contains the page */
    @PropertyName("Community")
    @PropertyDescription("The name of a community, or of its space. Without it: the community in which the page is.")
    @PropertyDisplayType(CommunityName.class)
    public void setCommunity(String community)
    {
        this.community = community;
    }

    /** @return the name of a role; {@code null} or blank for all members */
    public String getRole()
    {
        return this.role;
    }

    /** @param role the name of a role; without it, all members */
    @PropertyName("Role")
    @PropertyDescription("Facilitator, sponsor, curator, moderator, expert, member, or the name of a role that the "
        + "community has of its own. Without it: everybody.")
    public void setRole(String role)
    {
        this.role = role;
    }

    /** @return the maximum number of members, 1 to 100; {@code null} or blank for 20 */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit the maximum number of members, 1 to 100; without it 20 */
    @PropertyName("Limit")
    @PropertyDescription("How many members, 1 to 100; without it 20.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
