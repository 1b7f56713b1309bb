/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.SQLException;

import org.copsuite.embedded.store.WikiDatabase.Work;
import org.hibernate.HibernateException;
import org.hibernate.Session;

/** Runs the wiki's own statements on the connection of the Hibernate session that is open on the current thread. */
final class SharedConnection
{
    private final Session session;

    SharedConnection(Session session)
    {
        this.session = session;
    }

    /**
     * Runs work on the connection of the session, in its transaction.
     *
     * @param work the work
     * @param <T> the type of the result
     * @param <E> the exception of the work
     * @return the result of the work
     * @throws SQLException if a statement fails
     * @throws E if the work throws it
     */
    <T, E extends Exception> T run(Work<T, E> work) throws SQLException, E
    {
        try {
            return this.session.doReturningWork(connection -> {
                try {
                    return work.run(new Statements(connection));
                } catch (SQLException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new CarriedException(e);
                }
            });
        } catch (CarriedException e) {
            @SuppressWarnings("unchecked")
            E own = (E) e.getCause();
            throw own;
        } catch (HibernateException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Wraps an exception of the work, so that it passes through Hibernate. */
    private static final class CarriedException extends RuntimeException
    {
        private static final long serialVersionUID = 1L;

        CarriedException(Exception cause)
        {
            super(cause);
        }
    }
}
