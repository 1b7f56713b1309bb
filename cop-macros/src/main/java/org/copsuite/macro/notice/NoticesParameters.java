/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.notice;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows the reader's notices. */
public class NoticesParameters
{
    private String limit;

    /**
     * @return the maximum number of notices, 1 to 100; {@code null} or blank for pages of 20, with the reader's watched
     *         targets and mail setting
     */
    public String getLimit()
    {
        return this.limit;
    }

    /**
     * @param limit the maximum number of notices, 1 to 100; without it, pages of 20, with the reader's watched targets
     *            and mail setting
     */
    @PropertyName("Limit")
    @PropertyDescription("How many notices, 1 to 100. Without it the list has 20 and can be continued, and what the reader "
        + "watches is shown too.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
