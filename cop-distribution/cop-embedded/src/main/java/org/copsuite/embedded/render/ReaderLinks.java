/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.util.function.Supplier;

/**
 * Notes, while a text is rendered in this thread, that one of its links is shown by what the reader may view: then what
 * was rendered holds for readers of the same spaces alone.
 */
final class ReaderLinks
{
    private static final ThreadLocal<ReaderLinks> CURRENT = new ThreadLocal<>();

    private boolean noted;

    private ReaderLinks()
    {
    }

    /** Notes that a link depends on the reader. */
    static void note()
    {
        ReaderLinks current = CURRENT.get();
        if (current != null) {
            current.noted = true;
        }
    }

    /**
     * @param work what renders; what is rendered within it counts too
     * @param <T> what it gives
     * @return what it gave, and whether a link depends on the reader
     */
    static <T> Result<T> during(Supplier<T> work)
    {
        ReaderLinks outer = CURRENT.get();
        ReaderLinks own = new ReaderLinks();
        CURRENT.set(own);
        try {
            return new Result<>(work.get(), own.noted);
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                outer.noted |= own.noted;
                CURRENT.set(outer);
            }
        }
    }

    /**
     * What was rendered.
     *
     * @param value what it gave
     * @param byReader whether a link of it depends on the reader
     * @param <T> its type
     */
    record Result<T>(T value, boolean byReader)
    {
    }
}
