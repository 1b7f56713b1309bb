/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.xwiki.component.annotation.Role;

/** Runs the {@link LedgerConsumer consumers}. */
@Role
public interface LedgerConsumers
{
    /** How often an entry that fails is tried alone before it is skipped. */
    int TRIES = 8;

    /**
     * Starts all consumers. The binding calls it when the wiki is up. When it returns, they have read their checkpoints, so
     * that a consumer that begins at the end of the ledger processes whatever is written from now on; those whose store
     * does not respond read it later.
     */
    void start();

    /** Stops all consumers; their checkpoints stay. */
    void stop();

    /**
     * @param timeout how long to wait at most
     * @return whether every consumer has processed all entries that were in the ledger when this method was called
     */
    boolean await(Duration timeout);

    /**
     * Makes a consumer read its checkpoint again, for example because its store was lost, and continue from there. Does
     * nothing if no consumer of that name runs.
     *
     * @param name the consumer's name
     */
    void reloadCheckpoint(String name);

    /** @return the status of each consumer, sorted by name; empty while they are stopped */
    List<Status> statuses();

    /**
     * Status of a consumer.
     *
     * @param name its name
     * @param checkpoint the sequence of the last entry that it has processed
     * @param lag the number of entries still to process
     * @param since when it was last up to date, or was started; {@code null} while it is up to date
     * @param failures how many of its last tries failed in a row; it tries again
     * @param lastError the class name of the last failure; {@code null} if the last try succeeded
     * @param skipped the number of entries skipped since the start
     */
    record Status(String name, long checkpoint, long lag, Instant since, int failures, String lastError,
        long skipped)
    {
        /** @return whether the last try failed */
        public boolean failing()
        {
            return this.failures > 0;
        }
    }
}
