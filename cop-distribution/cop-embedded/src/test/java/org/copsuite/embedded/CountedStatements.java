/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Notes every statement that the web server's threads run, whoever sends it: the wiki, the suite through Hibernate, or a
 * library. What runs in the background is not noted.
 */
public final class CountedStatements extends ObservedDriver
{
    private final List<String> noted = new CopyOnWriteArrayList<>();

    private CountedStatements() throws SQLException
    {
    }

    /**
     * @return a counter for the databases that are opened from now on
     * @throws SQLException if there is no HSQLDB
     */
    public static CountedStatements open() throws SQLException
    {
        CountedStatements counted = new CountedStatements();
        counted.register();
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
    Object run(Connection connection, String sql, Call call) throws Throwable
    {
        if (sql != null && Thread.currentThread().getName().startsWith("web")) {
            this.noted.add(sql);
        }
        return call.run();
    }
}
