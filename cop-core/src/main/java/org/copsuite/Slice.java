/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a keyset list.
 *
 * @param items the items of the page
 * @param next the opaque cursor of the next page, safe in a URL; {@code null} at the end
 * @param <T> the type of the items
 */
public record Slice<T>(List<T> items, String next)
{
    /** Copies the items. */
    public Slice
    {
        items = List.copyOf(items);
    }

    /**
     * @param change converts an item
     * @param <R> the type of the result
     * @return the same page of converted items
     */
    public <R> Slice<R> map(Function<? super T, ? extends R> change)
    {
        return new Slice<>(this.items.stream().<R>map(change).toList(), this.next);
    }
}
