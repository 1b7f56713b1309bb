/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.person;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows an imported person. */
public class PersonParameters
{
    private String user;

    /** @return the id of an imported person, {@code null} or blank for the person named in the URL */
    public String getUser()
    {
        return this.user;
    }

    /** @param user the id of an imported person, for example imported:example.org/7 */
    @PropertyName("Person")
    @PropertyDescription("The id of an imported person, for example imported:example.org/7. "
        + "Without it: the person whom the address of the page names.")
    public void setUser(String user)
    {
        this.user = user;
    }
}
