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
 * Limits connections, in all and of one address. Where there are too many, a new one replaces the one that has waited
 * longest between two requests, so that who holds connections open keeps nobody out. A connection that does not send
 * the head of a request within {@link #HEAD} seconds is closed.
 */
final class Connections implements Connection.Listener, HttpChannel.Listener
{
    /** How many connections there are at most. */
    static final int MAXIMUM = 800;

    /** How many connections one address has at most, where no proxy stands in front. */
    static final int PER_ADDRESS = 600;

    /** Within how many seconds after the last response, or the beginning, the head of a request is there. */
    static final int HEAD = 15;

    private final int maximum;

    private final int perAddress;

    private final Map<EndPoint, Peer> peers = new ConcurrentHashMap<>();

    /**
     * @param maximum how many connections there are at most
     * @param perAddress how many one address has at most
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

    /** Finds the connection that makes room for a fresh one; {@code null} where there is room. */
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

    /** Closes the connections that send no request. */
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
