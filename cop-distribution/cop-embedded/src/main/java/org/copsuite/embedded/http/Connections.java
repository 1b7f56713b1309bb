/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;

/**
 * Limits the number of connections, in total and per address. Above the limit a new connection replaces the one that
 * has been idle longest, so that a client that holds connections open does not lock out others. Closes a connection
 * that does not send the head of a request within {@link #HEAD} seconds.
 */
final class Connections implements Connection.Listener, HttpChannel.Listener
{
    /** The maximum number of connections. */
    static final int MAXIMUM = 800;

    /** The maximum number of connections of one address if no proxy is in front. */
    static final int PER_ADDRESS = 600;

    /**
     * Seconds in which the head of a request must arrive, after the last response or after the connection was opened.
     */
    static final int HEAD = 15;

    private final int maximum;

    private final int perAddress;

    private final Map<EndPoint, Peer> peers = new ConcurrentHashMap<>();

    /**
     * @param maximum the maximum number of connections
     * @param perAddress the maximum number of connections of one address
     */
    Connections(int maximum, int perAddress)
    {
        this.maximum = maximum;
        this.perAddress = perAddress;
    }

    /** One connection. */
    private static final class Peer
    {
        private final EndPoint endPoint;

        private final String address;

        private volatile long since = System.nanoTime();

        private volatile boolean answering;

        Peer(EndPoint endPoint, String address)
        {
            this.endPoint = endPoint;
            this.address = address;
        }
    }

    @Override
    public void onOpened(Connection connection)
    {
        EndPoint endPoint = connection.getEndPoint();
        String address = endPoint.getRemoteSocketAddress() instanceof InetSocketAddress inet && inet.getAddress() != null
            ? ClientAddress.network(inet.getAddress().getHostAddress()) : "";
        Peer fresh = new Peer(endPoint, address);
        Peer victim;
        synchronized (this) {
            this.peers.put(endPoint, fresh);
            victim = victim(fresh);
            if (victim != null) {
                this.peers.remove(victim.endPoint);
            }
        }
        if (victim != null) {
            victim.endPoint.close();
        }
    }

    /**
     * Finds the connection to close for a new one.
     *
     * @return the connection, {@code null} if neither limit is exceeded
     */
    private Peer victim(Peer fresh)
    {
        Map<String, Integer> counts = new HashMap<>();
        if (this.peers.size() <= Math.min(this.maximum, this.perAddress)) {
            return null;
        }
        this.peers.values().forEach(peer -> counts.merge(peer.address, 1, Integer::sum));
        String address = fresh.address;
        if (counts.get(address) <= this.perAddress) {
            if (this.peers.size() <= this.maximum) {
                return null;
            }
            address = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        }
        String crowded = address;
        Peer idle = oldest(peer -> peer.address.equals(crowded) && !peer.answering && peer != fresh);
        return idle == null ? oldest(peer -> peer.address.equals(crowded)) : idle;
    }

    private Peer oldest(Predicate<Peer> among)
    {
        long now = System.nanoTime();
        return this.peers.values().stream().filter(among).max(Comparator.comparingLong(peer -> now - peer.since))
            .orElse(null);
    }

    @Override
    public void onClosed(Connection connection)
    {
        this.peers.remove(connection.getEndPoint());
    }

    @Override
    public void onRequestBegin(Request request)
    {
        mark(request, true);
    }

    @Override
    public void onComplete(Request request)
    {
        mark(request, false);
    }

    private void mark(Request request, boolean answering)
    {
        Peer peer = this.peers.get(request.getHttpChannel().getEndPoint());
        if (peer != null) {
            peer.answering = answering;
            peer.since = System.nanoTime();
        }
    }

    /** Closes connections that have not sent the head of a request in time. */
    void sweep()
    {
        long now = System.nanoTime();
        List<Peer> late = this.peers.values().stream()
            .filter(peer -> !peer.answering && now - peer.since > TimeUnit.SECONDS.toNanos(HEAD)).toList();
        late.forEach(peer -> peer.endPoint.close());
    }

    int size()
    {
        return this.peers.size();
    }
}
