/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers rows that the parts of one page have in common, such as the community of a home page, so that its panels read
 * each of them once. It belongs to the thread that prints the page and ends with it; a write on that thread clears it. What
 * is remembered was read within this page, so that a page is no older than it would be without.
 */
public final class ReadMemo
{
    private static final ThreadLocal<Map<Object, Object>> OPEN = new ThreadLocal<>();

    private ReadMemo()
    {
    }

    /** Ends what {@link #open()} began. */
    public interface Scope extends AutoCloseable
    {
        @Override
        void close();
    }

    /** @return the scope of the page, which the caller closes; within another one it does nothing */
    public static Scope open()
    {
        if (OPEN.get() != null) {
            return () -> { };
        }
        OPEN.set(new HashMap<>());
        return OPEN::remove;
    }

    /** Forgets what this thread has read so far. */
    public static void clear()
    {
        Map<Object, Object> memo = OPEN.get();
        if (memo != null) {
            memo.clear();
        }
    }

    /**
     * @param key what is read: a record that names its type
     * @param read reads it
     * @param <V> its type
     * @return what was read on this page before, or what is read now; {@code null} if there is nothing
     */
    @SuppressWarnings("unchecked")
    public static <V> V get(Object key, Supplier<V> read)
    {
        Map<Object, Object> memo = OPEN.get();
        if (memo != null && memo.containsKey(key)) {
            return (V) memo.get(key);
        }
        V value = read.get();
        put(key, value);
        return value;
    }

    /**
     * @param key a key
     * @param value what was read, may be {@code null}; ignored outside of a page
     */
    public static void put(Object key, Object value)
    {
        Map<Object, Object> memo = OPEN.get();
        if (memo != null) {
            memo.put(key, value);
        }
    }

    /**
     * @param key a key
     * @param <V> its type
     * @return what was read on this page, if it is not {@code null}
     */
    @SuppressWarnings("unchecked")
    public static <V> Optional<V> find(Object key)
    {
        Map<Object, Object> memo = OPEN.get();
        return memo == null ? Optional.empty() : Optional.ofNullable((V) memo.get(key));
    }
}
