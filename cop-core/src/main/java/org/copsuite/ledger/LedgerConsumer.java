/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;

import org.xwiki.component.annotation.Role;

/**
 * Processes entries after their commit, at its own pace, and keeps its own checkpoint. The search index and the notices
 * are consumers.
 */
@Role
public interface LedgerConsumer
{
    /** @return the name, as the health page shows it */
    String name();

    /**
     * @return the sequence of the last entry processed for good, 0 at the start. Called after a start, after a failure,
     *         after {@link LedgerConsumers#reloadCheckpoint} and after each {@link #consume}, which may have processed
     *         more than it was given
     */
    long checkpoint();

    /**
     * Processes entries. The checkpoint must be stored together with the result: after a crash, entries since the
     * stored checkpoint are delivered again.
     *
     * @param entries entries in order
     * @throws Exception on a failure: the entries are delivered again later, fewer at once, with a delay that doubles
     *            up to a minute
     */
    void consume(List<LedgerEntry> entries) throws Exception;

    /**
     * Called after a single entry has failed. An entry that fails {@link LedgerConsumers#TRIES} times in a row, while
     * this method returns true each time, is itself the cause and is skipped.
     *
     * @return whether the consumer could process another entry now, that is, whether its store responds. False if it
     *         cannot tell: then no entry is ever skipped, and the consumer waits until it can process this one
     */
    default boolean isReady()
    {
        return false;
    }

    /**
     * Skips an entry that cannot be processed: the checkpoint is at that entry afterwards. A consumer that does nothing
     * here receives the entry again after the next start.
     *
     * @param entry the entry to skip
     * @throws Exception on a failure; skipping is tried again
     */
    default void skip(LedgerEntry entry) throws Exception
    {
    }

    /**
     * Stores what was processed so far. Called when no more entries follow, for example when the wiki stops.
     *
     * @throws Exception on a failure; what was not stored is delivered again
     */
    default void flush() throws Exception
    {
    }
}
