/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A schema of its own in the PostgreSQL that the environment names, dropped at the end. */
public final class TestSchema implements AutoCloseable
{
    /** The environment variable that holds a JDBC URL with user and password. */
    public static final String VARIABLE = "COP_TEST_PG_URL";

    /** Why a test is skipped without it. */
    public static final String REASON = "COP_TEST_PG_URL names no PostgreSQL (a JDBC URL with user and password)";

    private final String name = "cop_" + UUID.randomUUID().toString().replace("-", "");

    /** @throws SQLException if the schema cannot be made */
    public TestSchema() throws SQLException
    {
        run("create schema " + this.name);
    }

    /** @return the JDBC URL of the schema */
    public String url()
    {
        String url = System.getenv(VARIABLE);
        return url + (url.contains("?") ? '&' : '?') + "currentSchema=" + this.name;
    }

    private static void run(String sql) throws SQLException
    {
        try (Connection connection = DriverManager.getConnection(System.getenv(VARIABLE));
            Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException
    {
        run("drop schema " + this.name + " cascade");
    }
}
