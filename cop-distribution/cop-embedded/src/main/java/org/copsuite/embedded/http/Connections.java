/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;

/**
 * Limits the number of connections, in total and per address. Above the limit a new connection replaces the one that
 * has been silent longest, so that a client that holds connections open does not lock out others. While none is silent,
 * since all wait for the wiki, no new ones are accepted: they wait their turn in the operating system. Closes a
 * connection that does not send the head of a request within {@link #HEAD} seconds.
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

    /** How many of the connections that wait longest are looked at to find a silent one. */
    private static final int EXAMINED = 8;

    private final int maximum;

    private final int perAddress;

    private final Consumer<Boolean> accepting;

    private final Map<EndPoint, Peer> peers = new HashMap<>();

    private final Map<String, Address> addresses = new HashMap<>();

    private boolean paused;

    /**
     * @param maximum the maximum number of connections
     * @param perAddress the maximum number of connections of one address
     * @param accepting called with whether new connections are accepted from now on
     */
    Connections(int maximum, int perAddress, Consumer<Boolean> accepting)
    {
        this.maximum = maximum;
        this.perAddress = perAddress;
        this.accepting = accepting;
    }

    /** The connections of one address. */
    private static final class Address
    {
        private int size;

        /** Those without a request, the one that waits longest first. */
        private final Set<Peer> waiting = new LinkedHashSet<>();
    }

    /** One connection. */
    private static final class Peer
    {
        private final EndPoint endPoint;

        private final String address;

        private long since = System.nanoTime();

        Peer(EndPoint endPoint, String address)
        {
            this.endPoint = endPoint;
            this.address = address;
        }

        /** @return whether the client owes the next bytes; otherwise they wait to be read */
        boolean isSilent()
        {
            try {
                return !(this.endPoint.getTransport() instanceof SocketChannel channel)
                    || channel.socket().getInputStream().available() == 0;
            } catch (IOException e) {
                // The connection is closed.
                return true;
            }
        }
    }

    @Override
    public void onOpened(Connection connection)
    {
        EndPoint endPoint = connection.getEndPoint();
        String address = endPoint.getRemoteSocketAddress() instanceof InetSocketAddress inet && inet.getAddress() != null
            ? ClientAddress.network(inet.getAddress().getHostAddress()) : "";
        Peer victim = null;
        synchronized (this) {
            Address crowded = crowded(address);
            if (crowded != null) {
                victim = crowded.waiting.stream().limit(EXAMINED).filter(Peer::isSilent).findFirst().orElse(null);
                if (victim != null) {
                    remove(victim.endPoint);
                } else {
                    pause(true);
                }
            }
            Peer fresh = new Peer(endPoint, address);
            this.peers.put(endPoint, fresh);
            Address own = this.addresses.computeIfAbsent(address, key -> new Address());
            own.size++;
            own.waiting.add(fresh);
        }
        if (victim != null) {
            victim.endPoint.close();
        }
    }

    /** @return the address that has to give up a connection for a new one, {@code null} if there is room */
    private Address crowded(String address)
    {
        Address own = this.addresses.get(address);
        if (own != null && own.size >= this.perAddress) {
            return own;
        }
        return this.peers.size() < this.maximum ? null
            : this.addresses.values().stream().max(Comparator.comparingInt(one -> one.size)).orElseThrow();
    }

    private void remove(EndPoint endPoint)
    {
        Peer peer = this.peers.remove(endPoint);
        if (peer != null) {
            Address address = this.addresses.get(peer.address);
            address.waiting.remove(peer);
            address.size--;
            if (address.size == 0) {
                this.addresses.remove(peer.address);
            }
        }
    }

    private void pause(boolean pause)
    {
        if (this.paused != pause) {
            this.paused = pause;
            this.accepting.accept(!pause);
        }
    }

    @Override
    public synchronized void onClosed(Connection connection)
    {
        remove(connection.getEndPoint());
        pause(false);
    }

    @Override
    public synchronized void onRequestBegin(Request request)
    {
        Peer peer = this.peers.get(request.getHttpChannel().getEndPoint());
        if (peer != null) {
            this.addresses.get(peer.address).waiting.remove(peer);
        }
    }

    @Override
    public synchronized void onComplete(Request request)
    {
        Peer peer = this.peers.get(request.getHttpChannel().getEndPoint());
        if (peer != null) {
            peer.since = System.nanoTime();
            this.addresses.get(peer.address).waiting.add(peer);
        }
    }

    /** Closes connections that have not sent the head of a request in time. */
    void sweep()
    {
        List<Peer> late;
        synchronized (this) {
            long now = System.nanoTime();
            late = this.addresses.values().stream().flatMap(address -> address.waiting.stream())
                .filter(peer -> now - peer.since > TimeUnit.SECONDS.toNanos(HEAD)).toList();
            // One that was answered may be silent by now.
            pause(false);
        }
        late.forEach(peer -> peer.endPoint.close());
    }

    synchronized int size()
    {
        return this.peers.size();
    }
}
