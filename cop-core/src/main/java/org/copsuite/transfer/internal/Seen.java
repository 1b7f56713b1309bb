/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Numbers of rows that came already: a bit for each where they are close together, as in dumps, about. */
final class Seen
{
    private static final int CHUNK = 1 << 16;

    private final Map<Long, BitSet> chunks = new HashMap<>();

    /**
     * @param number a row's number
     * @throws BadRowException if it came before
     */
    void add(long number) throws BadRowException
    {
        if (!addIfNew(number)) {
            throw new BadRowException("its Id is that of a row before");
        }
    }

    /**
     * @param number a row's number
     * @return whether it came for the first time
     */
    boolean addIfNew(long number)
    {
        BitSet chunk = this.chunks.computeIfAbsent(Math.floorDiv(number, CHUNK), key -> new BitSet());
        int bit = Math.floorMod(number, CHUNK);
        boolean isNew = !chunk.get(bit);
        chunk.set(bit);
        return isNew;
    }
}
