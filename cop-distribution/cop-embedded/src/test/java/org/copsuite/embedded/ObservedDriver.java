/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/** Stands in front of HSQLDB and is told of every statement and every commit, whoever sends it. */
abstract class ObservedDriver implements Driver, AutoCloseable
{
    private static final String URL = "jdbc:hsqldb:";

    private final Driver driver;

    /** @throws SQLException if there is no HSQLDB */
    ObservedDriver() throws SQLException
    {
        this.driver = DriverManager.getDriver(URL + "mem:observed");
    }

    /** Observes the databases that are opened from now on. */
    void register() throws SQLException
    {
        DriverManager.deregisterDriver(this.driver);
        DriverManager.registerDriver(this);
    }

    /**
     * Runs one call that reaches the database.
     *
     * @param connection the connection
     * @param sql the text of a statement, {@code null} for a commit
     * @param call the call
     * @return the result of the call
     * @throws Throwable whatever the call throws
     */
    abstract Object run(Connection connection, String sql, Call call) throws Throwable;

    @Override
    public Connection connect(String url, Properties properties) throws SQLException
    {
        Connection connection = this.driver.connect(url, properties);
        return connection == null ? null : proxy(Connection.class, (self, method, arguments) -> {
            if ("commit".equals(method.getName())) {
                return run(connection, null, () -> call(connection, method, arguments));
            }
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, observing(connection, statement, (String) arguments[0]));
            }
            return result instanceof Statement statement ? proxy(Statement.class, observing(connection, statement, ""))
                : result;
        });
    }

    private InvocationHandler observing(Connection connection, Statement statement, String prepared)
    {
        return (self, method, arguments) -> method.getName().startsWith("execute")
            ? run(connection, prepared.isEmpty() ? String.valueOf(arguments[0]) : prepared,
                () -> call(statement, method, arguments))
            : call(statement, method, arguments);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler)
    {
        return type.cast(Proxy.newProxyInstance(ObservedDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
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
    public boolean acceptsURL(String url)
    {
        return url.startsWith(URL);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException
    {
        return this.driver.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion()
    {
        return this.driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion()
    {
        return this.driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant()
    {
        return this.driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger()
    {
        return Logger.getLogger(ObservedDriver.class.getName());
    }

    @Override
    public void close() throws SQLException
    {
        DriverManager.deregisterDriver(this);
        DriverManager.registerDriver(this.driver);
    }

    /** One call of the driver. */
    @FunctionalInterface
    interface Call
    {
        Object run() throws Throwable;
    }
}
