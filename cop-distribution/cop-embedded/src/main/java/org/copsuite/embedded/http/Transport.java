/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the limits of the transport to a connector and a handler, and ends slow connections, transfers and requests once
 * a second.
 */
public final class Transport extends AbstractLifeCycle
{
    private static final Logger LOGGER = LoggerFactory.getLogger(Transport.class);

    private static final int THREADS_FOR_TRANSPORT = 17;

    /** The number of bodies that arrive, and of responses that are sent, above which the slowest ones are ended. */
    private static final int TRANSFERS = 300;

    private final ServerConnector connector;

    private final Connections connections;

    private final Lanes lanes = new Lanes();

    private final Transfers receiving = new Transfers(Connections.MAXIMUM, TRANSFERS);

    private final LargeBodies large;

    private final Transfers sending = new Transfers(Connections.MAXIMUM, TRANSFERS);

    private volatile Scheduler.Task next;

    /**
     * @param connector the connector to limit
     * @param proxied whether all connections come from one proxy, which itself limits the connections of its clients
     */
    public Transport(ServerConnector connector, boolean proxied)
    {
        this.connector = connector;
        this.large = new LargeBodies(connector);
        this.connections = new Connections(Connections.MAXIMUM,
            proxied ? Connections.MAXIMUM : Connections.PER_ADDRESS, Connections.RESERVE,
            (some, age) -> this.receiving.endSlowest(some, age) || this.sending.endSlowest(some, age));
        connector.setAcceptQueueSize(Connections.MAXIMUM);
        connector.addBean(this.connections);
        connector.addBean(this);
    }

    /**
     * @return the number of threads that the server needs: one per request in the lanes, and some to receive and to
     *         send
     */
    public static int threads()
    {
        return Lanes.RUNNING + THREADS_FOR_TRANSPORT;
    }

    /**
     * @param policy the decisions of the wiki on requests
     * @param folder the folder for the bodies of running requests; its files are deleted
     * @param wiki the handler of the wiki
     * @return the handler to install in front of the wiki. The server also gets an error handler that answers with a
     *         sentence
     * @throws IOException if the folder cannot be used
     */
    public Handler around(RequestPolicy policy, Path folder, Handler wiki) throws IOException
    {
        AdmissionHandler handler = new AdmissionHandler(policy, TemporaryFolder.open(folder), this.lanes, this.receiving,
            this.large, this.sending);
        handler.setHandler(wiki);
        this.connector.getServer().setErrorHandler(new PlainErrorHandler(handler));
        return handler;
    }

    @Override
    protected void doStart()
    {
        schedule();
    }

    @Override
    protected void doStop()
    {
        if (this.next != null) {
            this.next.cancel();
        }
    }

    private void schedule()
    {
        this.next = this.connector.getScheduler().schedule(this::sweep, 1, TimeUnit.SECONDS);
    }

    private void sweep()
    {
        try {
            this.connections.sweep();
            this.receiving.sweep();
            this.sending.sweep();
            this.lanes.expire();
        } catch (RuntimeException e) {
            LOGGER.error("Failed to end slow requests; will retry in a second.", e);
        } finally {
            if (isRunning() || isStarting()) {
                schedule();
            }
        }
    }
}
