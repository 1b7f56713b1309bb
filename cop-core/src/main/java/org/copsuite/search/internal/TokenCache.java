/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;

import org.copsuite.search.internal.Tokenizer.Compound;

/**
 * Caches the compounds of short parts of texts: the same words occur in most hits. Each part has one slot, which a
 * later part with the same slot replaces. Thread-safe.
 */
final class TokenCache
{
    /** The number of slots, a power of two. */
    private static final int SLOTS = 1 << 12;

    /** The length of the longest cached part. */
    private static final int LONGEST = 32;

    private static final AtomicReferenceArray<Entry> ENTRIES = new AtomicReferenceArray<>(SLOTS);

    private TokenCache()
    {
    }

    /**
     * Reads a part of a text.
     *
     * @param text a text
     * @param from the start of a part between blanks
     * @param to the end of the part, exclusive
     * @param reader receives each compound, with positions relative to the start of the part; returns false to stop
     */
    static void read(String text, int from, int to, Predicate<Compound> reader)
    {
        if (to - from > LONGEST) {
            Tokenizer.read(text.substring(from, to), reader);
            return;
        }
        for (Compound compound : compounds(text, from, to)) {
            if (!reader.test(compound)) {
                return;
            }
        }
    }

    private static List<Compound> compounds(String text, int from, int to)
    {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Entry known = ENTRIES.get(slot);
        if (known == null || known.part().length() != to - from || !text.startsWith(known.part(), from)) {
            String part = text.substring(from, to);
            known = new Entry(part, Tokenizer.of(part));
            ENTRIES.set(slot, known);
        }
        return known.compounds();
    }

    private record Entry(String part, List<Compound> compounds)
    {
    }
}
