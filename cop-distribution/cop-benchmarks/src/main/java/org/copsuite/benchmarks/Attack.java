/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.UUID;

import org.copsuite.embedded.CopServer;

/** One kind of abuse of the wiki. A new kind is one class, listed in {@link Attacks}. */
interface Attack
{
    /** @return what it is called on the command line and in the report: small letters and dashes */
    String name();

    /**
     * Writes what the attack needs into the wiki, before the wiki starts in a process of its own.
     *
     * @param wiki the wiki, open in this process
     * @param community a community
     * @param question a question in it
     * @throws Exception if it cannot be written
     */
    default void prepare(CopServer wiki, UUID community, UUID question) throws Exception
    {
        // Most attacks need nothing.
    }

    /**
     * Attacks until {@link Siege#goesOn()} says no, or until it has nothing more to try. What the wiki answers is no
     * failure, whatever it is.
     *
     * @param siege the wiki, and who attacks it
     * @throws WrongResultException if the wiki does something that it must never do
     * @throws Exception if the attack itself does not work
     */
    void run(Siege siege) throws Exception;
}
