/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows the reader's notices. */
public class NoticesParameters
{
    private String limit;

    /**
     * @return how many notices, 1 to 100. Without it the list has 20 and can be continued, and one's watched things and
     *     mails are shown too; nothing where the author wrote nothing
     */
    public String getLimit()
    {
        return this.limit;
    }

    /**
     * @param limit how many notices, 1 to 100. Without it the list has 20 and can be continued, and one's watched things
     *     and mails are shown too
     */
    @PropertyName("Limit")
    @PropertyDescription("How many notices, 1 to 100. Without it the list has 20 and can be continued, and what the reader "
        + "watches is shown too.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
