/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

import org.hibernate.query.Query;

/**
 * Rows of a wiki by some of their ids: {@code (q.wiki = :wiki and q.id = :id0 or q.wiki = :wiki and q.id = :id1)}. Where
 * a list of ids stands beside the wiki, HSQLDB reads all rows of the wiki; so it looks each one up by its primary key, as
 * the others do anyway.
 */
public final class Among
{
    private Among()
    {
    }

    /**
     * @param alias how the query names the row; its wiki is the parameter {@code wiki}
     * @param ids the ids, at least one
     * @return the condition
     */
    public static String condition(String alias, Collection<?> ids)
    {
        StringBuilder condition = new StringBuilder("(");
        int places = places(ids);
        for (int i = 0; i < places; i++) {
            condition.append(i > 0 ? " or " : "").append(alias).append(".wiki = :wiki and ").append(alias).append(".id = :id")
                .append(i);
        }
        return condition.append(')').toString();
    }

    /**
     * @param query a query with the condition
     * @param ids the same ids
     * @param <T> what the query gives
     * @return the query
     */
    public static <T> Query<T> set(Query<T> query, Collection<?> ids)
    {
        int places = places(ids);
        Iterator<?> all = ids.iterator();
        Object id = null;
        for (int i = 0; i < places; i++) {
            id = all.hasNext() ? all.next() : id;
            query.setParameter("id" + i, id);
        }
        return query;
    }

    /**
     * Runs a query once for each part of the ids, so that no statement names more than {@link Chunks#SIZE} of them.
     *
     * @param ids any number of ids, also none
     * @param query makes the query with the {@link #condition} of a part, all other parameters set
     * @param <I> the type of an id
     * @param <T> what the query gives
     * @return all rows, in the query's order within each part
     */
    public static <I, T> List<T> list(Collection<I> ids, Function<List<I>, Query<T>> query)
    {
        List<T> rows = new ArrayList<>();
        for (List<I> some : Chunks.of(ids)) {
            rows.addAll(set(query.apply(some), some).getResultList());
        }
        return rows;
    }

    /** The next power of two, so that there are few different statements; the last id fills up. */
    private static int places(Collection<?> ids)
    {
        return Math.max(1, Integer.highestOneBit(2 * ids.size() - 1));
    }
}
