/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.copsuite.embedded.EmbeddedWiki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same with the wiki's tables on the PostgreSQL that the build names. */
@EnabledIfSystemProperty(named = "cop.test.pg", matches = "jdbc:postgresql:.+",
    disabledReason = "The build names no PostgreSQL: set COP_TEST_PG_URL.")
class ManyWritersOnPostgresTest extends ManyWritersTest
{
    private final String base = System.getProperty("cop.test.pg");

    private final String schema = "cop_" + UUID.randomUUID().toString().replace("-", "");

    @Override
    EmbeddedWiki startWiki() throws Exception
    {
        execute("create schema " + this.schema);
        return EmbeddedWiki.start(this.base + (this.base.contains("?") ? "&" : "?") + "currentSchema=" + this.schema,
            false);
    }

    @Override
    @AfterAll
    void stop()
    {
        super.stop();
        try {
            execute("drop schema " + this.schema + " cascade");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException
    {
        try (Connection connection = DriverManager.getConnection(this.base);
            Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
