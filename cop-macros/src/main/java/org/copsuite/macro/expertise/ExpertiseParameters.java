/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.expertise;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows the topics of a person. */
public class ExpertiseParameters
{
    private String user;

    /**
     * @return the id of an account, for example xwiki:XWiki.alice; {@code null} or blank for the owner of the current
     *         profile page, or for the reader on any other page
     */
    public String getUser()
    {
        return this.user;
    }

    /**
     * @param user the id of an account, for example xwiki:XWiki.alice; without it, the owner of the current profile
     *            page, or the reader on any other page
     */
    @PropertyName("Person")
    @PropertyDescription("The id of an account, for example xwiki:XWiki.alice. "
        + "Without it: whose profile page it stands on, else who reads the page.")
    public void setUser(String user)
    {
        this.user = user;
    }
}
