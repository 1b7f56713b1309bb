/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The transfers of one kind that are under way. A full set makes room by ending its slowest member. */
final class Transfers
{
    /** A transfer that is younger has not shown yet how fast it is. */
    private static final long YOUNG = TimeUnit.SECONDS.toNanos(2);

    private final int maximum;

    private final Set<Transfer> all = ConcurrentHashMap.newKeySet();

    /** @param maximum how many there are at most */
    Transfers(int maximum)
    {
        this.maximum = maximum;
    }

    /**
     * @param transfer a new one
     * @return whether there was, or could be made, room for it
     */
    boolean add(Transfer transfer)
    {
        Transfer victim = null;
        synchronized (this) {
            if (this.all.size() >= this.maximum) {
                victim = slowest().orElse(null);
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

    private Optional<Transfer> slowest()
    {
        long now = System.nanoTime();
        return this.all.stream().filter(transfer -> transfer.age(now) > YOUNG)
            .min(Comparator.comparingDouble(transfer -> transfer.rate(now)));
    }

    void remove(Transfer transfer)
    {
        this.all.remove(transfer);
    }

    /** Ends what is too slow. */
    void sweep()
    {
        long now = System.nanoTime();
        List<Transfer> slow = this.all.stream().filter(transfer -> transfer.isTooSlow(now)).toList();
        slow.forEach(Transfer::abort);
    }

    /**
     * Ends the transfer in which nothing has moved for the longest time.
     *
     * @return whether one was ended
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
