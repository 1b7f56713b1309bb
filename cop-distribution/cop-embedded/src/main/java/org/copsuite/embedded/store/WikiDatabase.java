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

/** The wiki's database: one small pool of connections, and transactions on it. */
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

    /** The connection that this thread has taken here. */
    private final ThreadLocal<Open> open = new ThreadLocal<>();

    private HikariDataSource pool;

    private Dialect dialect;

    /**
     * A piece of work in a transaction. It may be run again when the database asks for it, so it must change nothing
     * but the database.
     *
     * @param <T> what it gives
     * @param <E> how it may fail besides the database
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception>
    {
        /**
         * @param statements run here
         * @return the result
         * @throws SQLException if the database refuses
         * @throws E any other failure
         */
        T run(Statements statements) throws SQLException, E;
    }

    /**
     * A connection that a thread has taken.
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
        // First the pool: for a connection that it adds after the end, HSQLDB would open the database again.
        this.pool.close();
        if (this.dialect == Dialect.HSQLDB) {
            try {
                Pool.endHsqldb(this.options);
            } catch (SQLException e) {
                throw new ComponentLifecycleException("The database could not be closed.", e);
            }
        }
    }

    /** @return how the pool stands */
    public Connections connections()
    {
        HikariPoolMXBean state = this.pool.getHikariPoolMXBean();
        return new Connections(state.getActiveConnections(), state.getIdleConnections(), this.pool.getMaximumPoolSize());
    }

    /** @return the pool; Hibernate takes its connections from here too */
    public DataSource dataSource()
    {
        return this.pool;
    }

    /** @return which database it is */
    public Dialect dialect()
    {
        return this.dialect;
    }

    /**
     * Runs one statement, or several that need not be one transaction. Where the thread holds a connection already, as
     * within a transaction or while the suite reads, they run on that one: nobody who holds a connection waits for another.
     *
     * @param work what to do
     * @param <T> what it gives
     * @param <E> how it may fail
     * @return what it gave
     * @throws E as the work does
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
     * Runs work as one transaction, again if the database finds that it came into conflict with another one. Within another
     * transaction of this class it is a part of that one.
     *
     * @param work what to do
     * @param <T> what it gives
     * @param <E> how it may fail; then nothing is written
     * @return what it gave
     * @throws E as the work does
     * @throws IllegalStateException within the suite's own transaction: what is written here could not be undone with it
     */
    public <T, E extends Exception> T transaction(Work<T, E> work) throws E
    {
        Open mine = this.open.get();
        if (mine == null && this.threadSession.current().isPresent()) {
            throw new IllegalStateException("A write to the wiki's tables within a transaction of the suite.");
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
     * @param e what the database said
     * @return whether a row of that key was there already
     */
    static boolean isDuplicate(SQLException e)
    {
        return e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT);
    }

    private static StoreException failure(SQLException e)
    {
        // The message of a driver may quote a member's text: the state tells enough.
        return new StoreException("The wiki's database failed (" + e.getSQLState() + ").", e);
    }

    private static void await(int attempt)
    {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(5 * attempt) + 1L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while waiting for the wiki's database.", e);
        }
    }
}
