/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that lists the questions about a page. */
public class AboutParameters
{
    private String page;

    /** @return the reference of a page of this wiki, {@code null} or blank for the current page */
    public String getPage()
    {
        return this.page;
    }

    /** @param page the reference of a page of this wiki; without it, the current page */
    @PropertyName("Page")
    @PropertyDescription("The reference of a page of this wiki. Without it: the page that is shown.")
    public void setPage(String page)
    {
        this.page = page;
    }
}
