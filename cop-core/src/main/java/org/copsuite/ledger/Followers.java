/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.xwiki.component.annotation.Role;

/** Runs the {@link LedgerFollower followers}. */
@Role
public interface Followers
{
    /** Starts following; the binding calls it when the wiki is up. */
    void start();

    /** Stops; what was taken is kept. */
    void stop();

    /**
     * @param timeout how long at most
     * @return whether every follower has taken all that stood in the ledger when this was called
     */
    boolean await(Duration timeout);

    /** @return how each follower stands, by name; empty while they are stopped */
    List<Standing> standings();

    /**
     * How a follower stands.
     *
     * @param name its name
     * @param position the place of the last row that it has taken
     * @param behind how many rows it lags behind
     * @param since when it was up to date last, or was started; {@code null} while it is up to date
     * @param failing whether its last try failed; it tries again
     */
    record Standing(String name, long position, long behind, Instant since, boolean failing)
    {
    }
}
