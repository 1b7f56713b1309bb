/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, by keyset.
 *
 * @param items what stands on it
 * @param next the cursor of the page that follows (opaque, safe in a URL), or {@code null} at the end
 * @param <T> what is listed
 */
public record Slice<T>(List<T> items, String next)
{
    /** Copies. */
    public Slice
    {
        items = List.copyOf(items);
    }

    /**
     * @param change what to make of each item
     * @param <R> what that is
     * @return the same page of the changed items
     */
    public <R> Slice<R> map(Function<? super T, ? extends R> change)
    {
        return new Slice<>(this.items.stream().<R>map(change).toList(), this.next);
    }
}
