/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;
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
        return this.ledger.read(session -> {
            // Read before the projections: a concurrent write then belongs to a later number, and its effect is only
            // seen early.
            OptionalLong changes = this.ledger.changes();
            return changes.isEmpty() ? read.apply(session)
                : this.answers.get(new At<>(changes.getAsLong(), key), missing -> read.apply(session));
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
