/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xwiki.component.annotation.Role;

/** The accounts of the wiki. Imported people belong to {@code org.copsuite.person}. */
@Role
public interface People
{
    /** @return the user of the current request or job; {@link UserId#GUEST} if nobody has signed in */
    UserId current();

    /**
     * Runs work as a user in the current thread, for an import, a job or a test.
     *
     * @param user the user
     * @param work the work; {@link #current()} is the user while it runs, and the previous one afterwards
     * @param <T> the type of its result
     * @param <E> the type of its exception
     * @return the result of the work
     * @throws E if the work throws it
     */
    <T, E extends Exception> T as(UserId user, Work<T, E> work) throws E;

    /** @return the account that creates the suite's pages; it cannot sign in */
    UserId service();

    /**
     * @param user an account's id
     * @return the account, empty if it does not exist (any more)
     */
    default Optional<Person> find(UserId user)
    {
        return Optional.ofNullable(find(List.of(user)).get(user));
    }

    /**
     * Finds many accounts in a bounded number of statements.
     *
     * @param users ids of accounts; others are skipped
     * @return the accounts that exist, by id
     */
    Map<UserId, Person> find(Collection<UserId> users);

    /**
     * @param wiki the wiki
     * @param prefix how a word of the name or the login starts, in any case
     * @param limit the maximum number of accounts
     * @return active accounts, by name
     */
    List<Person> startingWith(WikiId wiki, String prefix, int limit);

    /**
     * Work that may fail.
     *
     * @param <T> the type of its result
     * @param <E> the type of its exception
     */
    @FunctionalInterface
    interface Work<T, E extends Exception>
    {
        /**
         * @return the result
         * @throws E on a failure
         */
        T run() throws E;
    }
}
