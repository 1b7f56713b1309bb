/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.UUID;

import org.copsuite.embedded.CopServer;
import org.copsuite.ledger.CommunityId;

/** A way to abuse the wiki. Each implementation is one class, listed in {@link Attacks}. */
interface Attack
{
    /** @return the name on the command line and in the report: lower-case letters and dashes */
    String name();

    /**
     * Writes the data that the attack needs, before the wiki starts in a separate process.
     *
     * @param wiki the wiki, open in this process
     * @param community the UUID of a community
     * @param question the UUID of a question in it
     * @throws Exception if the data cannot be written
     */
    default void prepare(CopServer wiki, CommunityId community, UUID question) throws Exception
    {
        // Most attacks need no data.
    }

    /**
     * Attacks until {@link AttackTarget#isRunning()} returns false, or until the attack is complete. No answer of the
     * wiki counts as a failure by itself, whatever its status.
     *
     * @param target the wiki under attack and the attackers' accounts
     * @throws WrongResultException if the wiki does something that it must never do
     * @throws Exception if the attack itself does not work
     */
    void run(AttackTarget target) throws Exception;
}
