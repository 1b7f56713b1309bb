/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads pages while others attack, over a new connection each time, and measures how long each read takes. */
final class Bystander implements AutoCloseable
{
    private static final int PAUSE = 100;

    private final URI uri;

    private final List<String> pages;

    private final Thread thread;

    private volatile boolean running = true;

    private volatile long began;

    private final long started = System.nanoTime();

    private long slowest;

    private String slowestRead = "";

    private int reads;

    private int failures;

    private String failure = "";

    Bystander(URI uri, List<String> pages)
    {
        this.uri = uri;
        this.pages = pages;
        this.thread = new Thread(this::read, "bystander");
    }

    Bystander start()
    {
        this.thread.start();
        return this;
    }

    private void read()
    {
        for (int i = 0; this.running; i++) {
            this.began = System.nanoTime();
            String problem = "";
            String page = this.pages.get(i % this.pages.size());
            try (LeanClient client = new LeanClient(this.uri, null)) {
                int status = client.get(page).status();
                problem = status == 200 ? "" : page + " answered " + status;
            } catch (IOException | RuntimeException e) {
                problem = page + ": " + e;
            }
            note(page, System.nanoTime() - this.began, problem);
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void note(String page, long nanoseconds, String problem)
    {
        this.reads++;
        if (nanoseconds > this.slowest) {
            this.slowest = nanoseconds;
            this.slowestRead = page + ", begun after " + TimeUnit.NANOSECONDS.toMillis(this.began - this.started) + " ms";
        }
        if (!problem.isEmpty()) {
            this.failures++;
            this.failure = problem;
        }
    }

    synchronized double slowestMilliseconds()
    {
        return this.slowest / 1e6;
    }

    /** @return the address of the slowest read, and when it began */
    synchronized String slowestRead()
    {
        return this.slowestRead;
    }

    synchronized int reads()
    {
        return this.reads;
    }

    synchronized int failures()
    {
        return this.failures;
    }

    synchronized String failure()
    {
        return this.failure;
    }

    /** Stops reading and waits for the current read to end. */
    @Override
    public void close() throws InterruptedException
    {
        this.running = false;
        this.thread.join();
    }
}
