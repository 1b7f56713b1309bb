/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import org.hibernate.Session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Caches what was read from projections until anything is written on any node. Each lookup costs one statement that
 * reads {@link Ledger#changes()}, or no statement where the page has read that number with its first rows; so nobody reads an answer that the database no longer gives.
 *
 * @param <K> the key: everything that the answer depends on beside the projections, such as the wiki and the visible
 *            spaces
 * @param <V> the answer, immutable
 */
public final class ProjectionCache<K, V>
{
    /** The key under which {@link org.copsuite.db.ReadMemo} holds the number of changes with which a page started. */
    public static final Object CHANGES = ProjectionCache.class;

    /** After a write nobody asks for an old answer again; its memory is freed after this time. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Ledger ledger;

    private final Cache<At<K>, V> answers;

    /** The answers that are read at this moment. */
    private final Map<At<K>, CompletableFuture<V>> reading = new ConcurrentHashMap<>();

    /**
     * @param ledger the ledger
     * @param room the maximum total weight
     * @param weight the weight of an answer
     */
    public ProjectionCache(Ledger ledger, long room, ToIntFunction<V> weight)
    {
        this.ledger = ledger;
        this.answers = Caffeine.newBuilder().expireAfterWrite(LONGEST).maximumWeight(room)
            .<At<K>, V>weigher((at, answer) -> weight.applyAsInt(answer)).build();
    }

    /**
     * @param key the key
     * @param read reads the answer from the projections
     * @return the answer
     */
    public V get(K key, Function<Session, V> read)
    {
        return get(key, (session, changes) -> read.apply(session));
    }

    /**
     * @param key the key
     * @param read reads the answer from the projections; gets {@link Ledger#changes()} as it was before
     * @return the answer
     */
    public V get(K key, BiFunction<Session, OptionalLong, V> read)
    {
        return this.ledger.read(session -> {
            // Read before the projections: a concurrent write then belongs to a later number, and its effect is only
            // seen early.
            OptionalLong changes = this.ledger.changes();
            return changes.isEmpty() ? read.apply(session, changes)
                : get(new At<>(changes.getAsLong(), key), () -> read.apply(session, changes));
        });
    }

    /**
     * Reads an answer once for all who ask for it at the same moment. Does not read inside of the map of answers: its
     * locks are shared by many keys, so that whoever asks for another answer would wait, too.
     */
    private V get(At<K> at, Supplier<V> read)
    {
        V known = this.answers.getIfPresent(at);
        if (known != null) {
            return known;
        }
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> other = this.reading.putIfAbsent(at, mine);
        if (other != null) {
            try {
                return other.join();
            } catch (CompletionException e) {
                // Whoever read it failed and says why; that may have been the fault of that reader's connection.
                return read.get();
            }
        }
        try {
            V answer = read.get();
            if (answer != null) {
                this.answers.put(at, answer);
            }
            mine.complete(answer);
            return answer;
        } finally {
            this.reading.remove(at);
            mine.completeExceptionally(new IllegalStateException("The reader failed."));
        }
    }

    /**
     * @param keys the keys
     * @param read reads the answers of keys from the projections, all at once; keys without an answer are left out
     * @return the answers by key, without keys that have none
     */
    public Map<K, V> getAll(Collection<? extends K> keys, BiFunction<Session, Set<K>, Map<K, V>> read)
    {
        return this.ledger.read(session -> {
            OptionalLong changes = this.ledger.changes();
            if (changes.isEmpty()) {
                return read.apply(session, new LinkedHashSet<>(keys));
            }
            Map<K, V> answers = new LinkedHashMap<>();
            this.answers.getAllPresent(keys.stream().map(key -> new At<K>(changes.getAsLong(), key)).toList())
                .forEach((at, answer) -> answers.put(at.key(), answer));
            Set<K> unknown = new LinkedHashSet<>(keys);
            unknown.removeAll(answers.keySet());
            if (!unknown.isEmpty()) {
                Map<K, V> found = read.apply(session, unknown);
                found.forEach((key, answer) -> this.answers.put(new At<>(changes.getAsLong(), key), answer));
                answers.putAll(found);
            }
            return answers;
        });
    }

    /**
     * A key at a state of the database.
     *
     * @param changes the number of writing transactions
     * @param key the key
     */
    private record At<K>(long changes, K key)
    {
    }
}
