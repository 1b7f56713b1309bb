/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.List;

import org.hibernate.Session;
import org.hibernate.dialect.HSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.Query;

/**
 * HSQLDB dialect that can read a list in the order of an index. By itself HSQLDB uses the primary key as soon as a
 * condition names that key's first column, reads all rows and sorts them; {@code using index} after the limit makes it
 * read the first rows only.
 */
public class OrderedHsqlDialect extends HSQLDialect
{
    /** What follows the limit of a statement whose order is that of an index. */
    public static final String USING_INDEX = " using index";

    private static final String ORDER_BY_INDEX = "order by index";

    /** For Hibernate. */
    public OrderedHsqlDialect()
    {
        super();
    }

    /**
     * Marks a query whose order is that of an index. Other databases find such an index themselves; since some would
     * parse the mark as the name of an index, they do not get it.
     *
     * @param session the session of the query
     * @param query the query, with a limit
     */
    public static void orderByIndex(Session session, Query<?> query)
    {
        if (isUsed(session)) {
            query.addQueryHint(ORDER_BY_INDEX);
        }
    }

    /**
     * @param session a session
     * @return whether its database is an HSQLDB with this dialect, which reads by an index only where a statement says so
     */
    public static boolean isUsed(Session session)
    {
        return session.getSessionFactory().unwrap(SessionFactoryImplementor.class).getJdbcServices().getDialect()
            instanceof OrderedHsqlDialect;
    }

    @Override
    public String getQueryHintString(String query, List<String> hints)
    {
        // Hibernate adds hints after the limit.
        return hints.contains(ORDER_BY_INDEX) ? query + USING_INDEX : query;
    }
}
