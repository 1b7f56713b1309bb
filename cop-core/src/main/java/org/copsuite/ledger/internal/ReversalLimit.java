/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * Limits how often one person takes back what they did to one subject, such as a vote. Each time adds entries about the
 * subject, and whoever deletes, restores or rebuilds it reads all of them. Counts on this node.
 */
final class ReversalLimit
{
    /** The maximum number within {@link #TIME}. */
    static final int MOST = 200;

    /** The time after the first one. */
    static final Duration TIME = Duration.ofHours(1);

    private static final int COUNTERS = 100_000;

    private final Cache<Key, AtomicInteger> counts;

    ReversalLimit(Ticker ticker)
    {
        this.counts = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(TIME).maximumSize(COUNTERS).build();
    }

    private record Key(WikiId wiki, UserId actor, UUID subject)
    {
        static Key of(EntryDraft draft)
        {
            return new Key(draft.wiki(), draft.actor(), draft.subject());
        }
    }

    /** @throws CopException CONFLICT if somebody has reversed too much */
    void check(List<EntryDraft> reversals) throws CopException
    {
        for (EntryDraft draft : reversals) {
            AtomicInteger count = this.counts.getIfPresent(Key.of(draft));
            if (count != null && count.get() >= MOST) {
                throw new CopException(Kind.CONFLICT, "cop.error.often");
            }
        }
    }

    /** Counts reversals that are committed. */
    void count(List<EntryDraft> reversals)
    {
        reversals.forEach(draft -> this.counts.get(Key.of(draft), missing -> new AtomicInteger()).incrementAndGet());
    }
}
