/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xwiki.component.annotation.Role;

/** The accounts of the wiki. Imported people are not here but in {@code org.copsuite.person}. */
@Role
public interface People
{
    /** @return who acts in this request or job; {@link UserId#GUEST} if nobody has signed in */
    UserId current();

    /**
     * Acts for somebody in this thread: an import, a job, a test.
     *
     * @param user who
     * @param work what to do; {@link #current()} is the user while it runs, and what it was afterwards
     * @param <T> what the work gives
     * @param <E> how the work fails
     * @return what the work gave
     * @throws E as the work does
     */
    <T, E extends Exception> T as(UserId user, Work<T, E> work) throws E;

    /** @return the account in whose name the suite creates pages; it cannot sign in */
    UserId service();

    /**
     * @param user an account's id
     * @return the account, or nothing where there is none (or no more)
     */
    default Optional<Person> find(UserId user)
    {
        return Optional.ofNullable(find(List.of(user)).get(user));
    }

    /**
     * Finds many in a bounded number of statements.
     *
     * @param users ids of accounts; others are passed over
     * @return the accounts that exist, by id
     */
    Map<UserId, Person> find(Collection<UserId> users);

    /**
     * @param wiki the wiki
     * @param prefix how a word of the name or the login starts, in any case
     * @param limit how many at most
     * @return active accounts, by name
     */
    List<Person> startingWith(String wiki, String prefix, int limit);

    /**
     * A piece of work that may fail.
     *
     * @param <T> what it gives
     * @param <E> how it fails
     */
    @FunctionalInterface
    interface Work<T, E extends Exception>
    {
        /**
         * @return the result
         * @throws E if it fails
         */
        T run() throws E;
    }
}
