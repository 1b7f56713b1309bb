/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.xwiki.component.annotation.Role;

/** Runs the {@link LedgerConsumer followers}. */
@Role
public interface LedgerConsumers
{
    /** So often a row that a follower cannot take is tried alone, before it is passed over. */
    int TRIES = 8;

    /** Starts following; the binding calls it when the wiki is up. */
    void start();

    /** Stops; what was taken is kept. */
    void stop();

    /**
     * @param timeout how long at most
     * @return whether every follower has taken all that stood in the ledger when this was called
     */
    boolean await(Duration timeout);

    /**
     * Asks a follower again how far it is, as where what it keeps was lost: it goes on from there. Does nothing where no
     * follower of that name runs.
     *
     * @param name the follower's name
     */
    void reloadCheckpoint(String name);

    /** @return how each follower stands, by name; empty while they are stopped */
    List<Status> statuses();

    /**
     * How a follower stands.
     *
     * @param name its name
     * @param checkpoint the place of the last row that it has taken
     * @param lag how many rows it lags behind
     * @param since when it was up to date last, or was started; {@code null} while it is up to date
     * @param failures how many of its last tries failed, one after the other; it tries again
     * @param lastError of what kind the last failure was, a class's name; {@code null} where none of the last tries
     *            failed
     * @param skipped how many rows it has passed over since the start, because it could not take them
     */
    record Status(String name, long checkpoint, long lag, Instant since, int failures, String lastError,
        long skipped)
    {
        /** @return whether its last try failed */
        public boolean failing()
        {
            return this.failures > 0;
        }
    }
}
