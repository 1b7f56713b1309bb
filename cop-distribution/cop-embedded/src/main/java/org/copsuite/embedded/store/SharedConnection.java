/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.SQLException;

import org.copsuite.embedded.store.WikiDatabase.Work;
import org.hibernate.HibernateException;
import org.hibernate.Session;

/** Runs the wiki's own statements on the connection of a session that the thread has open. */
final class SharedConnection
{
    private final Session session;

    SharedConnection(Session session)
    {
        this.session = session;
    }

    /**
     * Runs work on the session's connection, in its transaction.
     *
     * @param work what to do
     * @param <T> what it gives
     * @param <E> how it may fail
     * @return what it gave
     * @throws SQLException if the database refuses
     * @throws E as the work does
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

    /** Carries what a work throws past Hibernate. */
    private static final class CarriedException extends RuntimeException
    {
        private static final long serialVersionUID = 1L;

        CarriedException(Exception cause)
        {
            super(cause);
        }
    }
}
