/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

import org.copsuite.macro.community.CommunityFilter;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows polls. */
public class PollParameters extends CommunityFilter
{
    private String id;

    private String limit;

    /** @return the id of a poll, {@code null} or blank for the polls of a community */
    public String getId()
    {
        return this.id;
    }

    /** @param id the id of the poll to show, instead of those of a community */
    @PropertyName("Poll")
    @PropertyDescription("The id of one poll, as its REST address shows it. Without it: the polls of the community.")
    public void setId(String id)
    {
        this.id = id;
    }

    /** @return the maximum number of polls, 1 to 100; {@code null} or blank for pages of 10 */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit the maximum number of polls, 1 to 100; without it, pages of 10 */
    @PropertyName("Limit")
    @PropertyDescription("How many polls, 1 to 100. Without it the list has 10 and can be continued.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
