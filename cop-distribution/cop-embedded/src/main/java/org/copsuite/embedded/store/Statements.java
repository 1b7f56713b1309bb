/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.copsuite.db.Pieces;
import org.copsuite.wiki.FileContent;

/** Executes statements on one connection, with parameters bound by position. */
public final class Statements
{
    private final Connection connection;

    private final List<InputStream> streams = new ArrayList<>();

    Statements(Connection connection)
    {
        this.connection = connection;
    }

    /**
     * Maps a row to a value.
     *
     * @param <T> the type of the value
     */
    @FunctionalInterface
    public interface Row<T>
    {
        /**
         * @param row the current row
         * @return the value, not {@code null}
         * @throws SQLException if a column cannot be read
         */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * @param sql a query
     * @param row maps a row
     * @param arguments the parameters
     * @param <T> the type of the values
     * @return the values of all rows
     * @throws SQLException if the query fails
     */
    public <T> List<T> list(String sql, Row<T> row, Object... arguments) throws SQLException
    {
        try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
            bind(statement, arguments);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row.read(result));
                }
                return rows;
            }
        }
    }

    /**
     * @param values some values, at least one
     * @return a place for each of them, in a list that is filled up to a power of two: there are few different statements
     */
    static String places(Collection<?> values)
    {
        return String.join(", ", Collections.nCopies(Integer.highestOneBit(2 * values.size() - 1), "?"));
    }

    /**
     * @param values the same values
     * @return their texts for those places; the last one fills the rest
     */
    static Object[] values(List<?> values)
    {
        return IntStream.range(0, Integer.highestOneBit(2 * values.size() - 1))
            .mapToObj(i -> values.get(Math.min(i, values.size() - 1)).toString()).toArray();
    }

    /**
     * @param sql a query
     * @param row maps a row
     * @param arguments the parameters
     * @param <T> the type of the value
     * @return the value of the first row, if there is one
     * @throws SQLException if the query fails
     */
    public <T> Optional<T> one(String sql, Row<T> row, Object... arguments) throws SQLException
    {
        List<T> rows = list(sql, row, arguments);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /**
     * @param sql an insert, update or delete
     * @param arguments the parameters
     * @return the number of rows affected
     * @throws SQLException if the statement fails
     */
    public int update(String sql, Object... arguments) throws SQLException
    {
        try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
        } finally {
            close();
        }
    }

    /**
     * Appends a file to a column, piece by piece.
     *
     * @param sql an update that appends its first parameter to the column
     * @param content the file
     * @param arguments the other parameters
     * @throws SQLException if the statement fails
     */
    public void append(String sql, FileContent content, Object... arguments) throws SQLException
    {
        try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 2, arguments[i]);
            }
            Pieces.append(statement, content);
        }
    }

    /**
     * @param sql an insert into a table whose key {@code id} the database generates
     * @param arguments the parameters
     * @return the key
     * @throws SQLException if the statement fails
     */
    public long insert(String sql, Object... arguments) throws SQLException
    {
        try (PreparedStatement statement = this.connection.prepareStatement(sql, new String[] { "id" })) {
            bind(statement, arguments);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                if (!keys.next()) {
                    throw new SQLException("The database returned no generated key.");
                }
                return keys.getLong(1);
            }
        }
    }

    /**
     * Executes a command without parameters.
     *
     * @param sql the command
     * @throws SQLException if the command fails
     */
    public void execute(String sql) throws SQLException
    {
        try (Statement statement = this.connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private InputStream open(FileContent content) throws SQLException
    {
        try {
            InputStream stream = content.open();
            this.streams.add(stream);
            return stream;
        } catch (IOException e) {
            throw new SQLException("Failed to read the content of a file.", e);
        }
    }

    /** Closes the streams that a statement has read. */
    private void close() throws SQLException
    {
        try {
            for (InputStream stream : this.streams) {
                stream.close();
            }
        } catch (IOException e) {
            throw new SQLException("Failed to close the content of a file.", e);
        } finally {
            this.streams.clear();
        }
    }

    private void bind(PreparedStatement statement, Object... arguments) throws SQLException
    {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            if (argument instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else if (argument instanceof FileContent content) {
                statement.setBinaryStream(i + 1, open(content), content.size());
            } else {
                statement.setObject(i + 1, argument);
            }
        }
    }
}
