/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.project;

import org.copsuite.macro.community.CommunityFilter;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that lists projects. */
public class ProjectsParameters extends CommunityFilter
{
    private String limit;

    /** @return the maximum number of projects, 1 to 100; {@code null} or blank for pages of 20 */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit the maximum number of projects, 1 to 100; without it, pages of 20 */
    @PropertyName("Limit")
    @PropertyDescription("How many projects, 1 to 100. Without it the list has 20 and can be continued.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
