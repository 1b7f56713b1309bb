/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.sql.DataSource;

import org.copsuite.db.Conflicts;
import org.copsuite.db.ConnectionGuard;
import org.copsuite.db.ThreadSession;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.wiki.Database.Connections;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentLifecycleException;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;

/** The database of the wiki: one small connection pool, and transactions on it. */
@Component(roles = WikiDatabase.class)
@Singleton
public class WikiDatabase implements Initializable, Disposable
{
    private static final int TRIES = 12;

    private static final String CONSTRAINT = "23";

    @Inject
    private WikiOptions options;

    @Inject
    private ThreadSession threadSession;

    /** The connection that the current thread holds. */
    private final ThreadLocal<Open> open = new ThreadLocal<>();

    private HikariDataSource pool;

    private Dialect dialect;

    /**
     * Work in a transaction. It may run again after a conflict, so it must change only the database.
     *
     * @param <T> the type of the result
     * @param <E> the exception of the work, besides failures of the database
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception>
    {
        /**
         * @param statements executes statements
         * @return the result
         * @throws SQLException if a statement fails
         * @throws E any other failure
         */
        T run(Statements statements) throws SQLException, E;
    }

    /**
     * A connection that a thread holds.
     *
     * @param connection the connection
     * @param transaction whether a transaction is open on it
     */
    private record Open(Connection connection, boolean transaction)
    {
    }

    /** Uses a connection. */
    @FunctionalInterface
    private interface Use<T, E extends Exception>
    {
        T with(Connection connection) throws SQLException, E;
    }

    @Override
    public void initialize()
    {
        this.dialect = Dialect.of(this.options);
        this.pool = Pool.open(this.options, this.dialect);
        try {
            Changelog.EMBEDDED.apply(this.pool, this.dialect);
        } catch (RuntimeException e) {
            this.pool.close();
            throw e;
        }
    }

    @Override
    public void dispose() throws ComponentLifecycleException
    {
        if (this.pool.isClosed()) {
            return;
        }
        // Closes the pool first: a connection that the pool adds after the shutdown would open HSQLDB again.
        this.pool.close();
        if (this.dialect == Dialect.HSQLDB) {
            try {
                Pool.endHsqldb(this.options);
            } catch (SQLException e) {
                throw new ComponentLifecycleException("Failed to shut down the database.", e);
            }
        }
    }

    /** @return the numbers of active, idle and maximum connections */
    public Connections connections()
    {
        HikariPoolMXBean state = this.pool.getHikariPoolMXBean();
        return new Connections(state.getActiveConnections(), state.getIdleConnections(), this.pool.getMaximumPoolSize());
    }

    /** @return the pool, which Hibernate uses too */
    public DataSource dataSource()
    {
        return this.pool;
    }

    /** @return the type of the database */
    public Dialect dialect()
    {
        return this.dialect;
    }

    /**
     * Runs one statement, or several that need no common transaction. If the thread already holds a connection, in a
     * transaction or in a session of the suite, they run on that connection: a thread that holds a connection never
     * waits for another one.
     *
     * @param work the work
     * @param <T> the type of the result
     * @param <E> the exception of the work
     * @return the result of the work
     * @throws E if the work throws it
     */
    public <T, E extends Exception> T run(Work<T, E> work) throws E
    {
        Open mine = this.open.get();
        try {
            if (mine != null) {
                return work.run(new Statements(mine.connection()));
            }
            Optional<Session> session = this.threadSession.current();
            return session.isPresent() ? new SharedConnection(session.get()).run(work)
                : with(false, connection -> work.run(new Statements(connection)));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Runs work as one transaction and retries it after a conflict with another one. Within another transaction of this
     * class it joins that one.
     *
     * @param work the work
     * @param <T> the type of the result
     * @param <E> the exception of the work, which rolls the transaction back
     * @return the result of the work
     * @throws E if the work throws it
     * @throws IllegalStateException within a transaction of the suite, which could not roll back these writes
     */
    public <T, E extends Exception> T transaction(Work<T, E> work) throws E
    {
        Open mine = this.open.get();
        if (mine == null && this.threadSession.current().isPresent()) {
            throw new IllegalStateException("The wiki's tables cannot be written in a transaction of the suite.");
        }
        for (int attempt = 1;; attempt++) {
            try {
                if (mine != null) {
                    return mine.transaction() ? work.run(new Statements(mine.connection()))
                        : transaction(mine.connection(), work);
                }
                return with(true, connection -> transaction(connection, work));
            } catch (SQLException e) {
                if (attempt == TRIES || !Conflicts.isConflict(e) || mine != null && mine.transaction()) {
                    throw failure(e);
                }
            }
            await(attempt);
        }
    }

    private <T, E extends Exception> T with(boolean transaction, Use<T, E> use) throws SQLException, E
    {
        ConnectionGuard.acquiring();
        try (Connection connection = this.pool.getConnection()) {
            this.open.set(new Open(connection, transaction));
            return use.with(connection);
        } finally {
            this.open.remove();
            ConnectionGuard.released();
        }
    }

    private static <T, E extends Exception> T transaction(Connection connection, Work<T, E> work)
        throws SQLException, E
    {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            T result = work.run(new Statements(connection));
            connection.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /**
     * @param e a failure of the database
     * @return whether a row with that key already exists
     */
    static boolean isDuplicate(SQLException e)
    {
        return e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT);
    }

    private static StoreException failure(SQLException e)
    {
        // The message of a driver may quote a member's text, so this message has only the SQL state.
        return new StoreException("The wiki's database failed (SQL state [" + e.getSQLState() + "]).", e);
    }

    private static void await(int attempt)
    {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(5 * attempt) + 1L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while waiting to retry a transaction.", e);
        }
    }
}
