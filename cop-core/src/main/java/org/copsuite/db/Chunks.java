/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Splits lists of parameters. A statement with {@code in (:ids)} is another statement for each length of the list, with
 * a plan of its own in Hibernate and in the database, and it grows with the content of the wiki. In chunks of bounded
 * length, padded to powers of two by Hibernate, there are eight statements.
 */
public final class Chunks
{
    /** Maximum number of parameters of one list. */
    public static final int SIZE = 128;

    private Chunks()
    {
    }

    /**
     * @param values any values
     * @param <T> their type
     * @return the values in chunks of at most {@link #SIZE}; empty if there are no values
     */
    public static <T> List<List<T>> of(Collection<T> values)
    {
        List<T> all = List.copyOf(values);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            parts.add(all.subList(from, Math.min(all.size(), from + SIZE)));
        }
        return parts;
    }
}
