/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.endorsement;

import java.util.List;

import org.copsuite.endorsement.EndorsementService.EndorsedTopic;

/** A topic of a person with its endorsements. */
record EndorsedTopicJson(String topic, boolean confirmed, List<EndorsementJson> endorsements)
{
    static EndorsedTopicJson of(EndorsedTopic topic)
    {
        return new EndorsedTopicJson(topic.topic(), topic.confirmed(),
            topic.endorsements().stream().map(EndorsementJson::of).toList());
    }
}
