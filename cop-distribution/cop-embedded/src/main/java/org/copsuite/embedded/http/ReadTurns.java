/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Limits how many bodies are read at the same moment. Reading a body that arrives in many small chunks costs much more
 * than its bytes; the others wait for their turn without a thread, and whoever reads for long queues again. So a
 * processor remains free for everybody who only asks for a page. Thread-safe.
 */
final class ReadTurns
{
    private final int maximum;

    private final Executor threads;

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private int running;

    /**
     * @param maximum the maximum number of bodies that are read at the same moment
     * @param threads runs those that have waited
     */
    ReadTurns(int maximum, Executor threads)
    {
        this.maximum = maximum;
        this.threads = threads;
    }

    /**
     * Begins a turn, which {@link #leave} ends.
     *
     * @param later runs when it is its turn, if it is not now
     * @return whether it is the caller's turn now
     */
    synchronized boolean enter(Runnable later)
    {
        if (this.running < this.maximum) {
            this.running++;
            return true;
        }
        this.waiting.add(later);
        return false;
    }

    /** @return whether others wait for a turn */
    synchronized boolean areWanted()
    {
        return !this.waiting.isEmpty();
    }

    /** Ends a turn. */
    void leave()
    {
        Runnable next;
        synchronized (this) {
            next = this.waiting.poll();
            if (next == null) {
                this.running--;
                return;
            }
        }
        try {
            this.threads.execute(next);
        } catch (RuntimeException e) {
            // The server stops.
            synchronized (this) {
                this.running--;
            }
            throw e;
        }
    }
}
