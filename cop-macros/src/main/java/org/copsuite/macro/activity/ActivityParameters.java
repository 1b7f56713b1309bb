/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.activity;

import org.copsuite.macro.community.CommunityFilter;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows activity. */
public class ActivityParameters extends CommunityFilter
{
    private String limit;

    /** @return the maximum number of acts, 1 to 100; {@code null} or blank for pages of 30 */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit the maximum number of acts, 1 to 100; without it, pages of 30 */
    @PropertyName("Limit")
    @PropertyDescription("How many acts, 1 to 100. Without it the list has 30 and can be continued.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
