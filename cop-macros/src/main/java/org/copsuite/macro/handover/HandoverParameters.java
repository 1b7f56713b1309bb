/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.handover;

import org.copsuite.macro.community.CommunityFilter;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows a handover. */
public class HandoverParameters extends CommunityFilter
{
    private String user;

    /** @return the id of a person, {@code null} or blank for the one in the address, otherwise the reader */
    public String getUser()
    {
        return this.user;
    }

    /** @param user the id of a person; without it, the one in the address, otherwise the reader */
    @PropertyName("Person")
    @PropertyDescription("The id of a member. Without it: whom the address of the page names, otherwise the reader.")
    public void setUser(String user)
    {
        this.user = user;
    }
}
