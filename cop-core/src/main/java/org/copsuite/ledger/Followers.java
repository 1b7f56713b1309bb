/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.time.Duration;
import java.util.Map;

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

    /** @return by name, how many rows each follower lags behind */
    Map<String, Long> lag();
}
