/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The result of a number of clients that each act repeatedly for a given time.
 *
 * @param seconds the duration of the whole run
 * @param times the durations of all acts in nanoseconds, sorted
 */
record Load(double seconds, long[] times)
{
    /** One client, used by one thread. */
    @FunctionalInterface
    interface Client
    {
        /**
         * Acts once.
         *
         * @throws Exception if the act failed, which ends the run
         */
        void act() throws Exception;
    }

    static Load run(List<? extends Client> clients, Duration duration) throws InterruptedException
    {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            long start = System.nanoTime();
            long end = start + duration.toNanos();
            List<Future<long[]>> running = new ArrayList<>();
            for (Client client : clients) {
                Callable<long[]> work = () -> loop(client, end);
                running.add(threads.submit(work));
            }
            List<long[]> parts = new ArrayList<>();
            for (Future<long[]> part : running) {
                parts.add(part.get());
            }
            long[] all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Load((System.nanoTime() - start) / 1e9, all);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed.", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] loop(Client client, long end) throws Exception
    {
        long[] times = new long[1 << 12];
        int count = 0;
        long before = System.nanoTime();
        while (before < end) {
            client.act();
            long after = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count] = after - before;
            count++;
            before = after;
        }
        return Arrays.copyOf(times, count);
    }

    double perSecond()
    {
        return this.times.length / this.seconds;
    }

    /**
     * @return the quantile of the durations in milliseconds: the given share of all acts took less time; {@code NaN}
     *         without any act
     */
    double quantile(double share)
    {
        return this.times.length == 0 ? Double.NaN
            : this.times[(int) Math.min(this.times.length - 1L, (long) (share * this.times.length))] / 1e6;
    }

    double median()
    {
        return quantile(0.5);
    }
}
