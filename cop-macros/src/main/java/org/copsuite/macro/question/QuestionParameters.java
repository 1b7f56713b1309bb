/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows a question. */
public class QuestionParameters
{
    private String id;

    /** @return the id of a question, {@code null} or blank for the question of the page */
    public String getId()
    {
        return this.id;
    }

    /** @param id the id of a question; without it, the question of the page */
    @PropertyName("Id")
    @PropertyDescription("The id of a question. Without it: the question that stands on the page.")
    public void setId(String id)
    {
        this.id = id;
    }
}
