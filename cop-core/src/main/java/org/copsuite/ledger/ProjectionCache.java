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
 * What was read from the views, kept until anything is written. Each asking costs the one statement that tells whether
 * something was, in this node or in another one; so nobody reads here what the database does not hold any more.
 *
 * @param <K> what was asked, with all that the answer depends on beside the views: whose spaces, which wiki
 * @param <V> the answer, which nobody changes
 */
public final class ProjectionCache<K, V>
{
    /** Once something is written nobody asks for an answer again, and its room is given back. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Ledger ledger;

    private final Cache<At<K>, V> answers;

    /**
     * @param ledger the ledger
     * @param room how much is kept, in what the weight counts
     * @param weight how much an answer takes of it
     */
    public ProjectionCache(Ledger ledger, long room, ToIntFunction<V> weight)
    {
        this.ledger = ledger;
        this.answers = Caffeine.newBuilder().expireAfterWrite(LONGEST).maximumWeight(room)
            .<At<K>, V>weigher((at, answer) -> weight.applyAsInt(answer)).build();
    }

    /**
     * @param key what is asked
     * @param read reads the answer from the views
     * @return the answer
     */
    public V get(K key, Function<Session, V> read)
    {
        return this.ledger.read(session -> {
            // Before the views: what is written in between belongs to a later number, and is only read early.
            OptionalLong changes = this.ledger.changes();
            return changes.isEmpty() ? read.apply(session)
                : this.answers.get(new At<>(changes.getAsLong(), key), missing -> read.apply(session));
        });
    }

    /**
     * When an answer was the answer.
     *
     * @param changes how many transactions had written
     * @param key what was asked
     */
    private record At<K>(long changes, K key)
    {
    }
}
