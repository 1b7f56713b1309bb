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
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;

/**
 * Stands in front of HSQLDB and notes every statement that the web server's threads run, whoever sends it: the wiki, the
 * suite through Hibernate, or a library. What runs in the background is not noted.
 */
public final class CountedStatements implements Driver, AutoCloseable
{
    private static final String URL = "jdbc:hsqldb:";

    private final Driver driver;

    private final List<String> noted = new CopyOnWriteArrayList<>();

    private CountedStatements(Driver driver)
    {
        this.driver = driver;
    }

    /**
     * @return a counter for the databases that are opened from now on
     * @throws SQLException if there is no HSQLDB
     */
    public static CountedStatements open() throws SQLException
    {
        Driver driver = DriverManager.getDriver(URL + "mem:counted");
        CountedStatements counted = new CountedStatements(driver);
        DriverManager.deregisterDriver(driver);
        DriverManager.registerDriver(counted);
        return counted;
    }

    /** Forgets what was noted. */
    public void clear()
    {
        this.noted.clear();
    }

    /** @return the texts of the statements since {@link #clear} */
    public List<String> noted()
    {
        return List.copyOf(this.noted);
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException
    {
        Connection connection = this.driver.connect(url, properties);
        return connection == null ? null : proxy(Connection.class, (self, method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, noting(statement, (String) arguments[0]));
            }
            return result instanceof Statement statement ? proxy(Statement.class, noting(statement, "")) : result;
        });
    }

    private InvocationHandler noting(Statement statement, String prepared)
    {
        return (self, method, arguments) -> {
            if (method.getName().startsWith("execute") && Thread.currentThread().getName().startsWith("web")) {
                this.noted.add(prepared.isEmpty() ? String.valueOf(arguments[0]) : prepared);
            }
            return call(statement, method, arguments);
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler)
    {
        return type.cast(Proxy.newProxyInstance(CountedStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
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
        return Logger.getLogger(CountedStatements.class.getName());
    }

    @Override
    public void close() throws SQLException
    {
        DriverManager.deregisterDriver(this);
        DriverManager.registerDriver(this.driver);
    }
}
