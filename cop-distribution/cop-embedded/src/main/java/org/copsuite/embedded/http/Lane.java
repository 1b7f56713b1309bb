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
 * Bounds how many requests of a kind run at the same time. The others wait without a thread, in one queue for each
 * client; the queues are served in turn, so that many requests of one client do not delay those of another.
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

    /** In the order in which they are served. */
    private final Map<String, Deque<Ticket>> queues = new LinkedHashMap<>();

    /**
     * @param permits how many run at the same time
     * @param perClient how many of one client run at the same time
     * @param waitingMaximum how many wait at most
     * @param patienceSeconds how long one waits at most
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
         * @param client whose request it is
         * @param granted called once, on any thread, when a request that waited may run
         * @param refused called once, on any thread, when a request that waited is refused
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
     * @return whether it may run at once; otherwise it waits only after {@link #enqueue(Ticket)}
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
     * Lets a request wait. One of its callbacks is called, perhaps before this method returns.
     *
     * @param ticket a request that {@link #tryEnter} did not let run
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

    /** Takes the youngest request of the client that has most of them waiting. */
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
     * Ends a request that ran.
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
                    // At the end: the other clients come first.
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

    /** Refuses what has waited too long. */
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
