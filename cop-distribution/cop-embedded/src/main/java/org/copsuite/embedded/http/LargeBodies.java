/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.server.ServerConnector;

/** The large bodies that arrive: how many at the same time, and how fast together. */
final class LargeBodies
{
    /** How many arrive at the same time. */
    static final int MAXIMUM = 32;

    /** How many bytes a second all of them together bring. */
    static final int RATE = 16 * 1024 * 1024;

    private final Transfers transfers = new Transfers(MAXIMUM);

    private final Pace pace = new Pace(RATE);

    private final ServerConnector connector;

    /** @param connector whose threads receive them */
    LargeBodies(ServerConnector connector)
    {
        this.connector = connector;
    }

    Transfers transfers()
    {
        return this.transfers;
    }

    Pace pace()
    {
        return this.pace;
    }

    /**
     * Runs something later, on a thread of the server.
     *
     * @param work what to run
     * @param nanoseconds after which time
     */
    void later(Runnable work, long nanoseconds)
    {
        this.connector.getScheduler().schedule(() -> this.connector.getExecutor().execute(work), nanoseconds,
            TimeUnit.NANOSECONDS);
    }
}
