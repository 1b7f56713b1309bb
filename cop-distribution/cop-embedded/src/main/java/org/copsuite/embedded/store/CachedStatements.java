/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;

import javax.sql.DataSource;

/**
 * A data source for HSQLDB whose connections cache their prepared statements. HSQLDB, which runs in this process,
 * parses and plans a statement each time it is prepared, which takes longer than executing it. The drivers of
 * PostgreSQL and MariaDB have a cache of their own.
 */
final class CachedStatements implements DataSource
{
    /** The maximum number of cached statements per connection; the suite has fewer statements. */
    private static final int MAXIMUM = 256;

    private final String url;

    private final Properties properties = new Properties();

    /** {@code null} for a database without files. */
    private final DiskGuard guard;

    private PrintWriter log;

    private volatile int loginTimeout;

    CachedStatements(String url, String user, String password, DiskGuard guard)
    {
        this.url = url;
        this.guard = guard;
        this.properties.setProperty("user", user);
        this.properties.setProperty("password", password);
    }

    @Override
    public Connection getConnection() throws SQLException
    {
        return proxy(Connection.class, new CachingConnection(open(), this.guard == null ? null : this));
    }

    private Connection open() throws SQLException
    {
        return DriverManager.getConnection(this.url, this.properties);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException
    {
        return getConnection();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler)
    {
        return type.cast(Proxy.newProxyInstance(CachedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable
    {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public PrintWriter getLogWriter()
    {
        return this.log;
    }

    @Override
    public void setLogWriter(PrintWriter out)
    {
        this.log = out;
    }

    @Override
    public void setLoginTimeout(int seconds)
    {
        // HSQLDB in this process connects at once or fails; the pool uses this value as the timeout of its shutdown.
        this.loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout()
    {
        return this.loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException
    {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException
    {
        throw new SQLException("The data source wraps no other one.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type)
    {
        return false;
    }

    /** An operation on the database. */
    @FunctionalInterface
    private interface Step
    {
        Object run() throws Throwable;
    }

    /** A connection with its cache of the most recently used statements. Not thread-safe. */
    private static final class CachingConnection implements InvocationHandler
    {
        private final Connection connection;

        /** The data source whose guard checks commits, or {@code null} if commits are not checked. */
        private final CachedStatements guarded;

        /** Statements that are not in use, by their text; least recently used first. */
        private final Map<String, PreparedStatement> cache = new LinkedHashMap<>(16, 0.75f, true);

        /** Whether a statement that may write was prepared since the last commit. */
        private boolean writes;

        CachingConnection(Connection connection, CachedStatements guarded)
        {
            this.connection = connection;
            this.guarded = guarded;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] arguments) throws Throwable
        {
            this.writes |= this.guarded != null && prepares(method.getName()) && !isRead(arguments);
            if ("commit".equals(method.getName())) {
                return commit(() -> call(this.connection, method, arguments));
            }
            if ("rollback".equals(method.getName()) && arguments == null) {
                this.writes = false;
            }
            if ("prepareStatement".equals(method.getName()) && arguments.length == 1) {
                String text = (String) arguments[0];
                PreparedStatement statement = this.cache.remove(text);
                return proxy(PreparedStatement.class, new ReusableStatement(this, text,
                    statement == null ? this.connection.prepareStatement(text) : statement));
            }
            if ("close".equals(method.getName())) {
                this.cache.clear();
            }
            return call(this.connection, method, arguments);
        }

        private static boolean prepares(String method)
        {
            return method.startsWith("prepare") || "createStatement".equals(method);
        }

        private static boolean isRead(Object[] arguments)
        {
            return arguments != null && arguments[0] instanceof String text && isRead(text);
        }

        private static boolean isRead(String text)
        {
            return text.stripLeading().regionMatches(true, 0, "select", 0, "select".length());
        }

        /** Runs an operation that commits; the guard checks it if the transaction may have written. */
        Object commit(Step step) throws Throwable
        {
            if (!this.writes) {
                return step.run();
            }
            this.guarded.guard.before();
            Object result = step.run();
            this.writes = false;
            this.guarded.guard.after(this.guarded::open);
            return result;
        }

        SQLException explained(SQLException failure)
        {
            return this.guarded == null ? failure : this.guarded.guard.explained(failure);
        }

        /** Runs a statement; under auto-commit, a statement that may write is checked like a commit. */
        Object run(String text, Step step) throws Throwable
        {
            if (this.guarded == null || isRead(text) || !this.connection.getAutoCommit()) {
                return step.run();
            }
            this.writes = true;
            try {
                return commit(step);
            } finally {
                this.writes = false;
            }
        }

        private void cache(String text, PreparedStatement statement) throws SQLException
        {
            PreparedStatement other = this.cache.put(text, statement);
            if (other != null) {
                other.close();
            }
            if (this.cache.size() > MAXIMUM) {
                String eldest = this.cache.keySet().iterator().next();
                this.cache.remove(eldest).close();
            }
        }
    }

    /**
     * A prepared statement whose {@code close} resets it and returns it to the cache. A statement that failed is
     * closed.
     */
    private static final class ReusableStatement implements InvocationHandler
    {
        private final CachingConnection connection;

        private final String text;

        private final PreparedStatement statement;

        private ResultSet rows;

        private boolean closed;

        private boolean failed;

        ReusableStatement(CachingConnection connection, String text, PreparedStatement statement)
        {
            this.connection = connection;
            this.text = text;
            this.statement = statement;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] arguments) throws Throwable
        {
            switch (method.getName()) {
                case "close":
                    close();
                    return null;
                case "isClosed":
                    return this.closed || this.statement.isClosed();
                default:
                    if (this.closed) {
                        throw new SQLException("The statement is closed.");
                    }
                    return use(method, arguments);
            }
        }

        private Object use(Method method, Object[] arguments) throws Throwable
        {
            try {
                Object result = method.getName().startsWith("execute")
                    ? this.connection.run(this.text, () -> call(this.statement, method, arguments))
                    : call(this.statement, method, arguments);
                if (result instanceof ResultSet set) {
                    this.rows = set;
                }
                return result;
            } catch (SQLException e) {
                this.failed = true;
                throw this.connection.explained(e);
            }
        }

        private void close() throws SQLException
        {
            if (this.closed) {
                return;
            }
            this.closed = true;
            if (this.failed || this.statement.isClosed()) {
                this.statement.close();
                return;
            }
            if (this.rows != null) {
                this.rows.close();
            }
            this.statement.clearBatch();
            this.statement.clearParameters();
            this.statement.setMaxRows(0);
            this.statement.setFetchSize(0);
            this.connection.cache(this.text, this.statement);
        }
    }
}
