/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Lists of parameters in parts: a statement with {@code in (:ids)} is another statement for each length of the list, with
 * a plan of its own in Hibernate and in the database, and it grows with what people write. In parts of bounded length,
 * filled up to powers of two by Hibernate, there are eight of them.
 */
public final class Chunks
{
    /** The most parameters of one list. */
    public static final int SIZE = 128;

    private Chunks()
    {
    }

    /**
     * @param values any values
     * @param <T> their type
     * @return the same in parts of at most {@link #SIZE}, none where there are no values
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
