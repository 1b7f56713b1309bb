/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Role;

/**
 * Counters and names of communities, for capabilities whose items belong to communities. Callers run the methods in
 * their own transaction.
 */
@Role
public interface CommunityCounters
{
    /**
     * Adds to the counters.
     *
     * @param session the session of the transaction
     * @param wiki the wiki
     * @param community the community
     * @param questions the number of questions to add, may be negative
     * @param answers the number of answers to add, may be negative
     * @param active the activity, {@code null} if this is not an activity
     */
    void add(Session session, WikiId wiki, CommunityId community, int questions, int answers, Activity active);

    /**
     * Replaces the counters.
     *
     * @param session the session of the transaction
     * @param wiki the wiki
     * @param community the community
     * @param questions the number of questions
     * @param answers the number of answers
     * @param active the last activity, which is at least the founding; {@code null} if the ledger has none
     */
    void set(Session session, WikiId wiki, CommunityId community, int questions, int answers, Activity active);

    /**
     * @param session the session of the transaction
     * @param wiki the wiki
     * @param communities ids of communities
     * @return their names, read in one statement
     */
    Map<CommunityId, String> titles(Session session, WikiId wiki, Collection<CommunityId> communities);

    /**
     * An activity in a community.
     *
     * @param at when it happened
     * @param sequence the sequence of its entry, which decides between equal times
     */
    record Activity(Instant at, long sequence)
    {
    }
}
