/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import org.copsuite.CopException;
import org.xwiki.component.annotation.Role;

/**
 * Limits how many threads write at a time; the others wait in the order of arrival. Writers are serialised by the head
 * of the ledger anyway; while they wait here they hold no connection, so that readers find one.
 */
@Role
public interface WriteQueue
{
    /**
     * Waits for a turn. A thread that has one enters again without waiting and closes each turn.
     *
     * @return the turn, to be closed by the same thread
     * @throws CopException UNAVAILABLE if no turn is free within some seconds; nothing was done, and trying again may
     *            help
     */
    Turn enter() throws CopException;

    /** Ends all turns of the current thread. Called at the start of a request, in case an earlier one did not. */
    void reset();

    /** @return the number of threads that wait */
    int waiting();

    /** @return the number of threads that may write at a time */
    int width();

    /** Permission to write. */
    interface Turn extends AutoCloseable
    {
        /** Ends the turn; does nothing when called again. */
        @Override
        void close();
    }
}
