/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows thanks. */
public class ThanksParameters extends CommunityFilter
{
    private String limit;

    /** @return how many thanks, 1 to 100. Without it the list has 20 and can be continued; nothing where the author wrote nothing */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit how many thanks, 1 to 100. Without it the list has 20 and can be continued */
    @PropertyName("Limit")
    @PropertyDescription("How many thanks, 1 to 100. Without it the list has 20 and can be continued.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
