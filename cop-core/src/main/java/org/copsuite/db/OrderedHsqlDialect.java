/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.List;

import org.hibernate.Session;
import org.hibernate.dialect.HSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.Query;

/**
 * HSQLDB, told where a list is to be read in the order of an index. By itself it takes the primary key as soon as a
 * condition names that key's first column, reads all rows and sorts them; {@code using index} after the limit makes it
 * read just the first ones.
 */
public class OrderedHsqlDialect extends HSQLDialect
{
    private static final String ORDER_BY_INDEX = "order by index";

    /** For Hibernate. */
    public OrderedHsqlDialect()
    {
        super();
    }

    /**
     * Marks a query whose order is that of an index. Other databases find out by themselves; some would take the mark for
     * the name of an index, so they do not get it.
     *
     * @param session where the query runs
     * @param query the query, with a limit
     */
    public static void orderByIndex(Session session, Query<?> query)
    {
        if (session.getSessionFactory().unwrap(SessionFactoryImplementor.class).getJdbcServices().getDialect()
            instanceof OrderedHsqlDialect)
        {
            query.addQueryHint(ORDER_BY_INDEX);
        }
    }

    @Override
    public String getQueryHintString(String query, List<String> hints)
    {
        // Hibernate adds hints after the limit.
        return hints.contains(ORDER_BY_INDEX) ? query + " using index" : query;
    }
}
