/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.util.List;
import java.util.function.Function;

import org.copsuite.Slice;

/**
 * One page of a list.
 *
 * @param items the items of the page
 * @param next the parameter {@code after} of the next page, {@code null} at the end
 * @param <T> the type of the items
 */
public record SliceJson<T>(List<T> items, @Nullable String next)
{
    /**
     * @param slice a page of a list
     * @param record converts an item
     * @param <V> the type of the views
     * @param <T> the type of the records
     * @return the page as a record
     */
    public static <V, T> SliceJson<T> of(Slice<V> slice, Function<V, T> record)
    {
        return new SliceJson<>(slice.items().stream().map(record).toList(), slice.next());
    }
}
