/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.designation;

import org.copsuite.macro.community.CommunityFilter;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows who could be asked. */
public class AskAnExpertParameters extends CommunityFilter
{
    private String topic;

    /** @return the topic, {@code null} or blank if the reader types it */
    public String getTopic()
    {
        return this.topic;
    }

    /** @param topic the topic; without it, the reader types it */
    @PropertyName("Topic")
    @PropertyDescription("A topic. Without it the reader types what it is about.")
    public void setTopic(String topic)
    {
        this.topic = topic;
    }
}
