/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.jetty.io.EndPoint;

/**
 * A bounded set of transfers. When it is full, it ends its slowest transfer to make room for a new one. Thread-safe.
 */
final class Transfers
{
    /** The minimum age of a transfer, in nanoseconds, before its rate is compared with that of others. */
    static final long YOUNG = TimeUnit.SECONDS.toNanos(2);

    private final int maximum;

    private final int easy;

    private final Set<Transfer> all = ConcurrentHashMap.newKeySet();

    /** @param maximum the maximum number of transfers */
    Transfers(int maximum)
    {
        this(maximum, maximum);
    }

    /**
     * @param maximum the maximum number of transfers
     * @param easy the number of transfers above which {@link #sweep} ends the slowest ones
     */
    Transfers(int maximum, int easy)
    {
        this.maximum = maximum;
        this.easy = easy;
    }

    /**
     * Adds a transfer.
     *
     * @param transfer a new transfer
     * @return whether it was added; {@code false} if the set is full and contains only transfers that are too young to
     *         be ended
     */
    boolean add(Transfer transfer)
    {
        Transfer victim = null;
        synchronized (this) {
            if (this.all.size() >= this.maximum) {
                victim = slowest(System.nanoTime(), YOUNG).findFirst().orElse(null);
                if (victim == null) {
                    return false;
                }
                this.all.remove(victim);
            }
            this.all.add(transfer);
        }
        if (victim != null) {
            victim.abort();
        }
        return true;
    }

    private Stream<Transfer> slowest(long now, long age)
    {
        return this.all.stream().filter(transfer -> transfer.age(now) > age)
            .sorted(Comparator.comparingDouble(transfer -> transfer.rate(now)));
    }

    void remove(Transfer transfer)
    {
        this.all.remove(transfer);
    }

    /** Ends the transfers that are too slow, and the slowest of too many. */
    void sweep()
    {
        long now = System.nanoTime();
        List<Transfer> slow = new ArrayList<>(this.all.stream().filter(transfer -> transfer.isTooSlow(now)).toList());
        if (this.all.size() > this.easy) {
            slow.addAll(slowest(now, YOUNG).limit(this.all.size() - this.easy).toList());
        }
        slow.stream().distinct().forEach(Transfer::abort);
    }

    /**
     * Ends the slowest transfer.
     *
     * @param some the connections whose transfers may be ended
     * @param age the minimum age of the transfer, in nanoseconds
     * @return whether there was one
     */
    boolean endSlowest(Predicate<EndPoint> some, long age)
    {
        Optional<Transfer> victim =
            slowest(System.nanoTime(), age).filter(transfer -> some.test(transfer.endPoint())).findFirst();
        victim.ifPresent(transfer -> {
            this.all.remove(transfer);
            transfer.abort();
        });
        return victim.isPresent();
    }

    /**
     * Ends the transfer that has stalled longest, if one has stalled for at least a second.
     *
     * @return whether a transfer was ended
     */
    boolean endStalled()
    {
        long now = System.nanoTime();
        Optional<Transfer> victim = this.all.stream().filter(transfer -> transfer.stalled(now) > YOUNG / 2)
            .max(Comparator.comparingLong(transfer -> transfer.stalled(now)));
        if (victim.isPresent()) {
            this.all.remove(victim.get());
            victim.get().abort();
        }
        return victim.isPresent();
    }

    int size()
    {
        return this.all.size();
    }
}
