/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.server.ServerConnector;

/** Limits the bodies that arrive: the number of large ones, their rate together, and how many are read at a moment. */
final class LargeBodies
{
    /** The maximum number of large bodies that arrive at the same time. */
    static final int MAXIMUM = 32;

    /** The maximum rate of all large bodies together, in bytes per second. */
    static final int RATE = 16 * 1024 * 1024;

    private final Transfers transfers = new Transfers(MAXIMUM);

    private final ReceiveRate receiveRate = new ReceiveRate(RATE);

    private final ReadTurns turns;

    private final ServerConnector connector;

    /** @param connector the connector whose threads receive the bodies */
    LargeBodies(ServerConnector connector)
    {
        this.connector = connector;
        this.turns = new ReadTurns(Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            work -> connector.getExecutor().execute(work));
    }

    /** @return the turns in which all bodies are read, small ones too */
    ReadTurns turns()
    {
        return this.turns;
    }

    Transfers transfers()
    {
        return this.transfers;
    }

    ReceiveRate receiveRate()
    {
        return this.receiveRate;
    }

    /**
     * Runs a task later, on a thread of the server.
     *
     * @param work the task
     * @param nanoseconds the delay
     */
    void later(Runnable work, long nanoseconds)
    {
        this.connector.getScheduler().schedule(() -> this.connector.getExecutor().execute(work), nanoseconds,
            TimeUnit.NANOSECONDS);
    }
}
