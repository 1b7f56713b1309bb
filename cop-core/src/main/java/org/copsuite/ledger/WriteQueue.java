/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import org.copsuite.CopException;
import org.xwiki.component.annotation.Role;

/**
 * Lets a few threads write at a time, the others in the order in which they came. Writers follow each other on the head of
 * the ledger anyway; where they wait here, they hold no connection meanwhile, and readers find one.
 */
@Role
public interface WriteQueue
{
    /**
     * Takes a turn. A thread that has one takes it again without waiting, and ends each.
     *
     * @return the turn, to be closed by the same thread
     * @throws CopException UNAVAILABLE if none is free within some seconds: nothing was done, and trying again may help
     */
    Turn enter() throws CopException;

    /** Ends whatever turns the current thread has: at the start of a request, in case one before it could not. */
    void reset();

    /** @return how many threads wait for a turn */
    int waiting();

    /** @return how many threads write at a time */
    int width();

    /** A turn to write. */
    interface Turn extends AutoCloseable
    {
        /** Ends it; does nothing the second time. */
        @Override
        void close();
    }
}
