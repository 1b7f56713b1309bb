/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.endorsement;

import org.copsuite.macro.community.CommunityFilter;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows endorsements. */
public class EndorsementsParameters extends CommunityFilter
{
    private String user;

    private String limit;

    /** @return the id of a person, {@code null} or blank for none */
    public String getUser()
    {
        return this.user;
    }

    /** @param user the id of a person, whose endorsements are shown instead of a community's */
    @PropertyName("User")
    @PropertyDescription("The id of a person, for example XWiki.Alice. Without it: the endorsements of the community; on "
        + "a page outside of any community, those of the person whose profile it is, or of the reader.")
    public void setUser(String user)
    {
        this.user = user;
    }

    /** @return the maximum number of endorsements of a community, 1 to 100; {@code null} or blank for pages of 20 */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit the maximum number of endorsements of a community, 1 to 100; without it, pages of 20 */
    @PropertyName("Limit")
    @PropertyDescription("How many endorsements of the community, 1 to 100. Without it the list has 20 and can be continued.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
