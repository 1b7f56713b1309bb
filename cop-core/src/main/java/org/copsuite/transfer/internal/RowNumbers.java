/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Set of the row numbers read so far. Needs about one bit per number if the numbers are dense, as in dumps. */
final class RowNumbers
{
    private static final int CHUNK = 1 << 16;

    private final Map<Long, BitSet> chunks = new HashMap<>();

    /**
     * @param number the number of a row
     * @throws BadRowException if an earlier row had this number
     */
    void add(long number) throws BadRowException
    {
        if (!addIfNew(number)) {
            throw new BadRowException("its Id is that of an earlier row");
        }
    }

    /**
     * @param number the number of a row
     * @return whether the number is new
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
