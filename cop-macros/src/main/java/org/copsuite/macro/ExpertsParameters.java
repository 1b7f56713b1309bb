/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that finds people. */
public class ExpertsParameters extends CommunityFilter
{
    private String topic;

    /** @return a topic. Without it the reader types what it is about; nothing where the author wrote nothing */
    public String getTopic()
    {
        return this.topic;
    }

    /** @param topic a topic. Without it the reader types what it is about */
    @PropertyName("Topic")
    @PropertyDescription("A topic. Without it the reader types what it is about.")
    public void setTopic(String topic)
    {
        this.topic = topic;
    }
}
