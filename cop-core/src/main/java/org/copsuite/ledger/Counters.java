/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Role;

/**
 * The counters of people, or of anything else that capabilities count for: rows of one table, so that a capability adds
 * a counter without a column. A number can be divided by community and by day; the sum of all days is stored with them.
 * Methods that write require a transaction that holds the lock of the ledger.
 */
@Role
public interface Counters
{
    /** In place of a day: all days. */
    int EVER = -1;

    /** In place of a community: none. */
    UUID NOWHERE = new UUID(0, 0);

    /**
     * Adds to the number of a day and to that of all days. One statement adds to both, so that no increment is lost; a
     * missing row is inserted.
     *
     * @param session the session of the transaction
     * @param scope for whom or what to count
     * @param bucket which number to change
     * @param number the number to add, may be negative
     * @return whether it inserted a row
     */
    boolean add(Session session, Scope scope, Bucket bucket, int number);

    /**
     * Replaces all numbers of some counters, as a rebuild does.
     *
     * @param session the session of the transaction
     * @param scope for whom or what they count
     * @param counters the counters to clear, those of the new numbers among them
     * @param numbers the new numbers of days; those of all days follow from them
     */
    void replace(Session session, Scope scope, Collection<Counter> counters, Map<Bucket, Integer> numbers);

    /**
     * Sums numbers in one statement for each 128 scopes, however many communities there are.
     *
     * @param session a session
     * @param scopes the scopes
     * @param counters the counters, at least one
     * @param communities the communities whose numbers are added, at least one; {@code null} for all
     * @param from the first day; {@link #EVER} for all days
     * @return the numbers by counter and id of the scope; without those that have no row
     */
    Map<String, Map<Counter, Integer>> sum(Session session, Scopes scopes, Collection<Counter> counters,
        Collection<UUID> communities, int from);

    /**
     * Whom or what a counter counts for.
     *
     * @param wiki the wiki
     * @param type the type, such as {@link Scopes#PERSON}, at most 20 characters
     * @param id the id, unique among the type, at most 255 characters
     */
    record Scope(WikiId wiki, String type, String id)
    {
    }

    /**
     * Scopes of one type.
     *
     * @param wiki the wiki
     * @param type their type
     * @param ids their ids, any number
     */
    record Scopes(WikiId wiki, String type, Collection<String> ids)
    {
        /** The type of a person; the id is the value of their {@code UserId}. */
        public static final String PERSON = "person";
    }

    /**
     * One number of a scope.
     *
     * @param counter what is counted
     * @param community where, {@link Counters#NOWHERE} for no community
     * @param day when, in days since 1970-01-01 (UTC); {@link Counters#EVER} for a number that no day divides
     */
    record Bucket(Counter counter, CommunityId community, int day)
    {
    }
}
