/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.milestone;

import org.copsuite.macro.community.CommunityFilter;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows a timeline of milestones. */
public class MilestonesParameters extends CommunityFilter
{
    private String state;

    private String limit;

    /** @return the names of states; {@code null} or blank for all */
    public String getState()
    {
        return this.state;
    }

    /** @param state the names of states; without it, all */
    @PropertyName("State")
    @PropertyDescription("The states to show, with blanks between them: planned, underway, delayed, reached, dropped; or "
        + "open for the first three. Without it: all.")
    public void setState(String state)
    {
        this.state = state;
    }

    /** @return the maximum number of milestones, 1 to 100; {@code null} or blank for pages of 20 */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit the maximum number of milestones, 1 to 100; without it, pages of 20 */
    @PropertyName("Limit")
    @PropertyDescription("How many milestones, 1 to 100. Without it the list has 20 and can be continued.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
