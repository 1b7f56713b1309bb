/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** An empty, separate schema on the database that {@link TestServer#chosen()} names. Closing drops it. */
public final class TestSchema implements AutoCloseable
{
    private final TestServer server = TestServer.chosen();

    private final String name = "cop_" + UUID.randomUUID().toString().replace("-", "");

    /** @throws IllegalStateException if the schema cannot be created */
    public TestSchema()
    {
        if (this.server != TestServer.HSQLDB) {
            execute(this.server.url(), "create schema " + this.name);
        }
    }

    /** @return the JDBC URL of the schema, with user and password */
    public String url()
    {
        String base = this.server.url();
        return switch (this.server) {
            case HSQLDB -> "jdbc:hsqldb:mem:" + this.name;
            case POSTGRESQL -> base + (base.contains("?") ? "&" : "?") + "currentSchema=" + this.name;
            // In MariaDB a schema is a database, which the path of the URL names.
            case MARIADB -> base.replaceFirst("^(jdbc:mariadb:[^?]*/)[^/?]*", "$1" + this.name);
        };
    }

    @Override
    public void close()
    {
        switch (this.server) {
            case HSQLDB -> execute(url(), "shutdown");
            case POSTGRESQL -> execute(this.server.url(), "drop schema " + this.name + " cascade");
            case MARIADB -> execute(this.server.url(), "drop schema " + this.name);
            default -> throw new IllegalStateException("Unknown server [" + this.server + "]");
        }
    }

    static void execute(String url, String sql)
    {
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
