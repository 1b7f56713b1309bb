/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.util.function.Supplier;

/**
 * Records, while the current thread renders a text, that a link of the text depends on what the reader may view: then
 * the result is valid only for readers of the same spaces.
 */
final class ReaderLinks
{
    private static final ThreadLocal<ReaderLinks> CURRENT = new ThreadLocal<>();

    private boolean byReader;

    private ReaderLinks()
    {
    }

    /** Records that a link depends on the reader. */
    static void note()
    {
        ReaderLinks current = CURRENT.get();
        if (current != null) {
            current.byReader = true;
        }
    }

    /**
     * @param work renders a text; nested calls count too
     * @param <T> the type of the result
     * @return the result, and whether a link in it depends on the reader
     */
    static <T> Result<T> during(Supplier<T> work)
    {
        ReaderLinks outer = CURRENT.get();
        ReaderLinks own = new ReaderLinks();
        CURRENT.set(own);
        try {
            return new Result<>(work.get(), own.byReader);
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                outer.byReader |= own.byReader;
                CURRENT.set(outer);
            }
        }
    }

    /**
     * The result of rendering.
     *
     * @param value the result
     * @param byReader whether a link in it depends on the reader
     * @param <T> the type of the result
     */
    record Result<T>(T value, boolean byReader)
    {
    }
}
