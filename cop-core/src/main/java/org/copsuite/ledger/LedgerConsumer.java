/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;

import org.xwiki.component.annotation.Role;

/** Comes after the ledger's commits, at its own pace, and keeps its own position: the index, badges, insight. */
@Role
public interface LedgerConsumer
{
    /** @return its name, as the health page shows it */
    String name();

    /**
     * @return the place of the last row that it has taken for good, 0 at the start; asked after a start, after a failure,
     *         after {@link LedgerConsumers#reloadCheckpoint}, and after each {@link #consume}, since it may have taken
     * more than it was given
     */
    long checkpoint();

    /**
     * Takes rows. The position must be kept together with what was made of them: after a crash, rows since the kept
     * position come again.
     *
     * @param entries rows in order
     * @throws Exception where it cannot now: the rows come again later, fewer at once, the delay doubling up to a minute
     */
    void consume(List<LedgerEntry> entries) throws Exception;

    /**
     * Asked after a row, given alone, could not be taken. A row that fails {@link LedgerConsumers#TRIES} times one
     * after the other, while this is true each time, is at fault itself: it is passed over.
     *
     * @return whether the follower could take another row now, that is whether what it writes to answers. False where it
     *         cannot tell: then no row is ever passed over, and the follower waits until it can take it
     */
    default boolean isReady()
    {
        return false;
    }

    /**
     * Passes over a row that it cannot take: its position is at that row afterwards. A follower that does nothing here
     * gets the row again after the next start.
     *
     * @param entry the row
     * @throws Exception where it cannot now; it is tried again
     */
    default void skip(LedgerEntry entry) throws Exception
    {
    }

    /**
     * Called once it is not given rows any more, as when the wiki stops: writes down for good what it has taken.
     *
     * @throws Exception where it cannot; what is not written down comes again
     */
    default void flush() throws Exception
    {
    }
}
