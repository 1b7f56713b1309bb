/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.hibernate.Session;
import org.xwiki.component.annotation.Role;

/**
 * How much there is in a community, and what it is called: for the capabilities whose things lie in communities. Called
 * in their transactions.
 */
@Role
public interface CommunityCounters
{
    /**
     * Moves the counters.
     *
     * @param session the transaction
     * @param wiki the wiki
     * @param community which community
     * @param questions how many more questions, may be negative
     * @param answers how many more answers, may be negative
     * @param active what happened, {@code null} where that does not count as activity
     */
    void add(Session session, String wiki, UUID community, int questions, int answers, Activity active);

    /**
     * Sets the counters anew.
     *
     * @param session the transaction
     * @param wiki the wiki
     * @param community which community
     * @param questions how many questions
     * @param answers how many answers
     * @param active what happened last, its founding if nothing else did; {@code null} where the ledger knows of nothing
     */
    void set(Session session, String wiki, UUID community, int questions, int answers, Activity active);

    /**
     * @param session a transaction
     * @param wiki the wiki
     * @param communities which
     * @return their names, in one statement
     */
    Map<UUID, String> titles(Session session, String wiki, Collection<UUID> communities);

    /**
     * Something that makes a community active.
     *
     * @param at when it happened
     * @param sequence the place of its row in the ledger: what came last where times are equal
     */
    record Activity(Instant at, long sequence)
    {
    }
}
