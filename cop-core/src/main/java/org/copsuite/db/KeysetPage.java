/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.List;

import org.copsuite.Slice;
import org.hibernate.Session;
import org.hibernate.query.Query;

/**
 * One page of a keyset list. It completes the query of the list, whose condition must be in parentheses if it is a
 * disjunction, and cuts what the query returns to the page. Immutable.
 *
 * @param <R> the type of a row
 */
public final class KeysetPage<R>
{
    private final Keyset<R> order;

    private final String name;

    private final int limit;

    private final int section;

    private final List<Object> after;

    KeysetPage(Keyset<R> order, String name, int limit, int section, List<Object> after)
    {
        this.order = order;
        this.name = name;
        this.limit = limit;
        this.section = section;
        this.after = List.copyOf(after);
    }

    /** @return the section in which the page starts, 0 in a list without sections */
    public int section()
    {
        return this.section;
    }

    /** @return the number of rows of the page */
    public int limit()
    {
        return this.limit;
    }

    /** @return the values of the columns after which the page starts, none for the first page */
    public List<Object> after()
    {
        return this.after;
    }

    /**
     * Adds the condition of the page, the order and the limit, one row more than the page has.
     *
     * @param session the session
     * @param hql the query with its own condition, without an order
     * @param type the type of a row
     * @return the query; the parameters of its own condition are not set
     */
    public Query<R> query(Session session, String hql, Class<R> type)
    {
        return query(session, hql, type, this.section);
    }

    /**
     * As {@link #query(Session, String, Class)}, for one section of the list.
     *
     * @param session the session
     * @param hql the query of that section
     * @param type the type of a row
     * @param of the section: {@link #section()} or a later one, which is read from its start
     * @return the query
     */
    public Query<R> query(Session session, String hql, Class<R> type, int of)
    {
        boolean starts = this.after.isEmpty() || of != this.section;
        Query<R> query = session.createQuery(
            hql + (starts ? "" : " and " + this.order.condition()) + " order by " + this.order.order(), type);
        for (int i = 0; !starts && i < this.after.size(); i++) {
            query.setParameter("after" + i, this.after.get(i));
        }
        if (this.order.isIndexed()) {
            OrderedHsqlDialect.orderByIndex(session, query);
        }
        return query.setMaxResults(this.limit + 1);
    }

    /**
     * Runs a query.
     *
     * @param query a query from {@link #query}, all parameters set
     * @return the page
     */
    public Slice<R> slice(Query<R> query)
    {
        return slice(query.getResultList());
    }

    /**
     * @param rows the rows of the page and, if there are more, at least one of those that follow
     * @return the page
     */
    public Slice<R> slice(List<R> rows)
    {
        if (rows.size() <= this.limit) {
            return new Slice<>(rows, null);
        }
        return new Slice<>(rows.subList(0, this.limit), this.order.cursor(this.name, rows.get(this.limit - 1)));
    }
}
