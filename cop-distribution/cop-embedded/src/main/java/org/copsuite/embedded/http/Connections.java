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
import java.util.function.Predicate;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;

/**
 * Limits the number of connections, in total and per address. Above the limit a new connection replaces the one that
 * has been silent longest, or the one that has sent most of what nobody has read, so that a client that holds
 * connections open does not lock out others. If there is none, the slowest body or response gives way; if there is none
 * either, since all wait for the wiki, the new connection is one of a reserve beyond the limit, and an address with few
 * connections has a further one. Closes a connection that does not send the head of a request within {@link #HEAD}
 * seconds.
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

    /**
     * The number of connections beyond the maximum while all connections wait for the wiki, and once more for addresses
     * with few.
     */
    static final int RESERVE = 200;

    /** How many of the connections that wait longest are looked at to find one to replace. */
    private static final int EXAMINED = 16;

    /** Fewer connections of an address are few. */
    private static final int FEW = 8;

    /** The time for which a connection may be silent before it is replaced rather than a slow request, in nanoseconds. */
    private static final long YOUNG = TimeUnit.SECONDS.toNanos(1);

    /**
     * The time after which the rate of a body says something, in nanoseconds. When the reserve is used up, the slowest of
     * these is ended rather than a new connection.
     */
    private static final long PROMPT = TimeUnit.MILLISECONDS.toNanos(25);

    /** Unread bytes that are no longer a head alone. */
    private static final int BODY = 16 * 1024;

    private final int maximum;

    private final int perAddress;

    private final int reserve;

    private final Relief relief;

    private final Map<EndPoint, Peer> peers = new HashMap<>();

    private final Map<String, Address> addresses = new HashMap<>();

    /**
     * @param maximum the maximum number of connections
     * @param perAddress the maximum number of connections of one address
     * @param reserve the number of connections beyond each of these, and beyond the first once more for addresses with few
     * @param relief ends slow requests
     */
    Connections(int maximum, int perAddress, int reserve, Relief relief)
    {
        this.maximum = maximum;
        this.perAddress = perAddress;
        this.reserve = reserve;
        this.relief = relief;
    }

    /** Ends a slow request. */
    @FunctionalInterface
    interface Relief
    {
        /**
         * @param some the connections whose requests may be ended
         * @param age the minimum time for which its body or response has been on its way, in nanoseconds
         * @return whether there was one
         */
        boolean end(Predicate<EndPoint> some, long age);
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

        /** @return the number of bytes that wait to be read; if 0, the client owes the next ones */
        int unread()
        {
            try {
                return this.endPoint.getTransport() instanceof SocketChannel channel
                    ? channel.socket().getInputStream().available() : 0;
            } catch (IOException e) {
                // The connection is closed.
                return 0;
            }
        }
    }

    @Override
    public void onOpened(Connection connection)
    {
        EndPoint endPoint = connection.getEndPoint();
        String address = endPoint.getRemoteSocketAddress() instanceof InetSocketAddress inet && inet.getAddress() != null
            ? ClientAddress.network(inet.getAddress().getHostAddress()) : "";
        if (replace(address, YOUNG) || end(address, Transfers.YOUNG) || hasReserve(address) || end(address, PROMPT)
            || replace(address, 0))
        {
            add(endPoint, address);
        } else {
            endPoint.close();
        }
    }

    /**
     * @param age the time for which a connection must have been silent, in nanoseconds: one that has just been opened will
     *            send its request at once
     * @return whether there is room for the new connection, maybe since another one was closed
     */
    private boolean replace(String address, long age)
    {
        Peer victim;
        synchronized (this) {
            Address crowded = crowded(address);
            if (crowded == null) {
                return true;
            }
            victim = victim(crowded, age);
            if (victim == null) {
                return false;
            }
            remove(victim.endPoint);
        }
        victim.endPoint.close();
        return true;
    }

    /** @return whether there is room for the new connection, since a slow request of the address with most was ended */
    private boolean end(String address, long age)
    {
        return this.relief.end(endPoint -> isCrowding(endPoint, address), age);
    }

    private synchronized boolean isCrowding(EndPoint endPoint, String address)
    {
        Peer peer = this.peers.get(endPoint);
        return peer != null && this.addresses.get(peer.address) == crowded(address);
    }

    /** @return a connection that is silent or sends much, {@code null} if there is none among those that wait longest */
    private static Peer victim(Address crowded, long age)
    {
        long now = System.nanoTime();
        Peer most = null;
        int bytes = BODY;
        for (Peer peer : crowded.waiting.stream().limit(EXAMINED).toList()) {
            int unread = peer.unread();
            if (unread == 0 && now - peer.since >= age) {
                return peer;
            }
            if (unread > bytes) {
                most = peer;
                bytes = unread;
            }
        }
        return most;
    }

    /** @return whether an address gets one connection beyond the limit; others may hold all below it */
    private synchronized boolean hasReserve(String address)
    {
        Address own = this.addresses.get(address);
        int size = own == null ? 0 : own.size;
        int beyond = this.peers.size() - this.maximum;
        return size < Math.min(FEW, this.perAddress) ? beyond < 2 * this.reserve
            : beyond < this.reserve && size < this.perAddress + this.reserve;
    }

    private synchronized void add(EndPoint endPoint, String address)
    {
        Peer fresh = new Peer(endPoint, address);
        this.peers.put(endPoint, fresh);
        Address own = this.addresses.computeIfAbsent(address, key -> new Address());
        own.size++;
        own.waiting.add(fresh);
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

    @Override
    public synchronized void onClosed(Connection connection)
    {
        remove(connection.getEndPoint());
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
        }
        late.forEach(peer -> peer.endPoint.close());
    }

    synchronized int size()
    {
        return this.peers.size();
    }
}
