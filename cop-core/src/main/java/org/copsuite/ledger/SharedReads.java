/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Lets everybody who waits for the same costly read share one. While somebody reads, others wait; the next one reads for
 * all of them. So a read is as new as the request for it, however often others write, and however many ask: each key is
 * read by one thread at a time, and all keys by half of the processors.
 *
 * @param <K> the key
 * @param <V> the answer, immutable
 */
public final class SharedReads<K, V>
{
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Cache<K, Slot<V>> slots;

    private final Semaphore readers = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** @param keys the maximum number of keys whose last answer is kept */
    public SharedReads(int keys)
    {
        this.slots = Caffeine.newBuilder().expireAfterWrite(LONGEST).maximumSize(keys).build();
    }

    /** The last answer to a key. Only the thread that holds the lock uses it. */
    private static final class Slot<V>
    {
        private final ReentrantLock lock = new ReentrantLock(true);

        private V answer;

        private OptionalLong changes = OptionalLong.empty();

        private long begun;
    }

    /**
     * @param key the key
     * @param changes {@link Ledger#changes()}, read before; empty within a transaction that writes, which reads for itself
     * @param read reads the answer
     * @return the answer, read after this method was called, or at the same number of changes
     */
    public V get(K key, OptionalLong changes, Supplier<V> read)
    {
        if (changes.isEmpty()) {
            return read.get();
        }
        long asked = System.nanoTime();
        Slot<V> slot = this.slots.get(key, missing -> new Slot<>());
        slot.lock.lock();
        try {
            if (slot.answer == null || slot.begun - asked < 0 && !changes.equals(slot.changes)) {
                this.readers.acquireUninterruptibly();
                try {
                    long begun = System.nanoTime();
                    slot.answer = read.get();
                    slot.begun = begun;
                    slot.changes = changes;
                } finally {
                    this.readers.release();
                }
            }
            return slot.answer;
        } finally {
            slot.lock.unlock();
        }
    }

    /** @return how many threads wait for an answer that another one reads */
    int waiting(K key)
    {
        Slot<V> slot = this.slots.getIfPresent(key);
        return slot == null ? 0 : slot.lock.getQueueLength();
    }
}
