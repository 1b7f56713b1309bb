/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Inserts many rows into a table, in batches of some thousand. */
final class Inserts implements AutoCloseable
{
    private static final int BATCH = 2_000;

    private final PreparedStatement statement;

    private int waiting;

    Inserts(Connection connection, String table, String... columns) throws SQLException
    {
        this.statement = connection.prepareStatement("insert into " + table + " (" + String.join(", ", columns)
            + ") values (" + "?, ".repeat(columns.length - 1) + "?)");
    }

    void add(Object... values) throws SQLException
    {
        for (int i = 0; i < values.length; i++) {
            this.statement.setObject(i + 1, values[i]);
        }
        this.statement.addBatch();
        this.waiting++;
        if (this.waiting == BATCH) {
            flush();
        }
    }

    void flush() throws SQLException
    {
        if (this.waiting > 0) {
            this.statement.executeBatch();
            this.waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException
    {
        this.statement.close();
    }
}
