/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.expertise;

import java.time.Instant;

import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.rest.Nullable;

/** A topic of a person. */
record TopicJson(String topic, @Nullable Level level, String note, int answers, int accepted, @Nullable Instant declared)
{
    static TopicJson of(Topic topic)
    {
        return new TopicJson(topic.name(), topic.level(), topic.note(), topic.answers(), topic.accepted(),
            topic.declared());
    }
}
