/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many requests of one class run at the same time. The others wait without a thread, in one queue per
 * client. The queues are served in turn, so that many requests of one client do not delay those of another.
 * Thread-safe; callbacks run outside of the lock.
 */
final class Lane
{
    private final int permits;

    private final int perClient;

    private final int waitingMaximum;

    private final long patience;

    private int running;

    private int waiting;

    private final Map<String, Integer> runningByClient = new HashMap<>();

    /** The waiting requests by client, in the order in which the clients are served. */
    private final Map<String, Deque<Ticket>> queues = new LinkedHashMap<>();

    /**
     * @param permits the maximum number of running requests
     * @param perClient the maximum number of running requests of one client
     * @param waitingMaximum the maximum number of waiting requests
     * @param patienceSeconds the maximum time that a request waits, in seconds
     */
    Lane(int permits, int perClient, int waitingMaximum, int patienceSeconds)
    {
        this.permits = permits;
        this.perClient = perClient;
        this.waitingMaximum = waitingMaximum;
        this.patience = TimeUnit.SECONDS.toNanos(patienceSeconds);
    }

    /** One request in the lane. */
    static final class Ticket
    {
        private final String client;

        private final Runnable granted;

        private final Runnable refused;

        private final long since = System.nanoTime();

        /**
         * @param client the client that sent the request
         * @param granted called once, on any thread, when a waiting request may run
         * @param refused called once, on any thread, when a waiting request is refused
         */
        Ticket(String client, Runnable granted, Runnable refused)
        {
            this.client = client;
            this.granted = granted;
            this.refused = refused;
        }
    }

    /**
     * @param ticket a request
     * @return whether the request may run at once; otherwise the caller must {@link #enqueue(Ticket)} it to let it wait
     */
    synchronized boolean tryEnter(Ticket ticket)
    {
        boolean others = this.queues.containsKey(ticket.client);
        if (others || this.running >= this.permits || runs(ticket.client) >= this.perClient) {
            return false;
        }
        start(ticket);
        return true;
    }

    /**
     * Enqueues a request. One of its callbacks is called, possibly before this method returns.
     *
     * @param ticket a request for which {@link #tryEnter} returned {@code false}
     */
    void enqueue(Ticket ticket)
    {
        Ticket refused = null;
        synchronized (this) {
            this.queues.computeIfAbsent(ticket.client, client -> new ArrayDeque<>()).add(ticket);
            this.waiting++;
            if (this.waiting > this.waitingMaximum) {
                refused = dropLast();
            }
        }
        if (refused != null) {
            refused.refused.run();
        }
        grant();
    }

    /** Removes the newest request of the client with the most waiting requests. */
    private Ticket dropLast()
    {
        Map.Entry<String, Deque<Ticket>> longest = null;
        for (Map.Entry<String, Deque<Ticket>> queue : this.queues.entrySet()) {
            if (longest == null || queue.getValue().size() >= longest.getValue().size()) {
                longest = queue;
            }
        }
        Ticket last = longest.getValue().removeLast();
        if (longest.getValue().isEmpty()) {
            this.queues.remove(longest.getKey());
        }
        this.waiting--;
        return last;
    }

    /**
     * Releases the permit of a request that ran.
     *
     * @param ticket the request
     */
    void leave(Ticket ticket)
    {
        synchronized (this) {
            this.running--;
            this.runningByClient.merge(ticket.client, -1, (a, b) -> a + b == 0 ? null : a + b);
        }
        grant();
    }

    private void grant()
    {
        Ticket next = next();
        while (next != null) {
            next.granted.run();
            next = next();
        }
    }

    private synchronized Ticket next()
    {
        if (this.running >= this.permits) {
            return null;
        }
        for (Map.Entry<String, Deque<Ticket>> queue : this.queues.entrySet()) {
            String client = queue.getKey();
            if (runs(client) < this.perClient) {
                Deque<Ticket> tickets = queue.getValue();
                Ticket ticket = tickets.poll();
                this.queues.remove(client);
                if (!tickets.isEmpty()) {
                    // Append the client at the end, so that the other clients are served first.
                    this.queues.put(client, tickets);
                }
                this.waiting--;
                start(ticket);
                return ticket;
            }
        }
        return null;
    }

    private int runs(String client)
    {
        return this.runningByClient.getOrDefault(client, 0);
    }

    private void start(Ticket ticket)
    {
        this.running++;
        this.runningByClient.merge(ticket.client, 1, Integer::sum);
    }

    /** Refuses the requests that have waited too long. */
    void expire()
    {
        List<Ticket> late = new ArrayList<>();
        synchronized (this) {
            long now = System.nanoTime();
            Iterator<Deque<Ticket>> all = this.queues.values().iterator();
            while (all.hasNext()) {
                Deque<Ticket> tickets = all.next();
                while (!tickets.isEmpty() && now - tickets.peek().since > this.patience) {
                    late.add(tickets.poll());
                    this.waiting--;
                }
                if (tickets.isEmpty()) {
                    all.remove();
                }
            }
        }
        late.forEach(ticket -> ticket.refused.run());
    }

    synchronized int running()
    {
        return this.running;
    }

    synchronized int waiting()
    {
        return this.waiting;
    }
}
