/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Counts who needs answers about topics beside those who asked, such as people who have the same question. The gaps of a
 * community add up what all components of this role count.
 */
@Role
public interface TopicDemand
{
    /**
     * Counts in at most one statement for each 128 topics.
     *
     * @param query what is counted
     * @return the number of people by topic, counting only what the reader may view; nothing for a topic without any
     */
    Map<String, Integer> count(Query query);

    /**
     * What is counted.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community a community that the reader may view
     * @param since when the earliest questions were asked
     * @param topics tags, at most 300
     */
    record Query(UserId reader, WikiId wiki, CommunityId community, Instant since, Set<String> topics)
    {
    }
}
