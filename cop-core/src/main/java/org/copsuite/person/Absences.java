/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.copsuite.CopException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * The days on which people are away: one absence for each account, which only its owner sets and ends. It is no act, so the
 * ledger keeps no history of it, and an absence that has passed is deleted. All days are those of UTC.
 */
@Role
public interface Absences
{
    /** The maximum length of an absence, and how long before it one can announce it, in years. */
    int YEARS = 1;

    /**
     * Finds who is away, in one statement for each 128 people. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param people accounts; ids of others are ignored
     * @param day a day
     * @return those of the people who are away on that day
     */
    Set<UserId> away(WikiId wiki, Collection<UserId> people, LocalDate day);

    /**
     * Finds the absences of people, in one statement for each 128 people. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param people accounts; ids of others are ignored
     * @return the absences that have not passed, by person
     */
    Map<UserId, Absence> find(WikiId wiki, Collection<UserId> people);

    /**
     * @param wiki the wiki
     * @param person an account
     * @return the absence, unless it has passed. NOT permission-filtered
     */
    default Optional<Absence> find(WikiId wiki, UserId person)
    {
        return Optional.ofNullable(find(wiki, List.of(person)).get(person));
    }

    /**
     * Sets the absence of the actor in place of the one before.
     *
     * @param actor an account
     * @param wiki the wiki
     * @param first the first day, at most {@link #YEARS} from today; it may have passed
     * @param last the last day, at most {@link #YEARS} after the first one
     * @throws CopException SIGN_IN, FORBIDDEN for an imported person; INVALID on the fields {@code first} and {@code last} if
     *             a day is missing or out of bounds, or the last one is before the first one or before today
     */
    void set(UserId actor, WikiId wiki, LocalDate first, LocalDate last) throws CopException;

    /**
     * Ends the absence of the actor; does nothing if there is none.
     *
     * @param actor an account
     * @param wiki the wiki
     * @throws CopException SIGN_IN, FORBIDDEN for an imported person
     */
    void end(UserId actor, WikiId wiki) throws CopException;

    /**
     * Days on which a person is away.
     *
     * @param first the first day
     * @param last the last day, which belongs to them
     */
    record Absence(LocalDate first, LocalDate last)
    {
        /**
         * @param day a day
         * @return whether the person is away on it
         */
        public boolean includes(LocalDate day)
        {
            return !day.isBefore(this.first) && !day.isAfter(this.last);
        }
    }
}
