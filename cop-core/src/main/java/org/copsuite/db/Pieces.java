/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.copsuite.wiki.FileContent;

/**
 * Writes large binary columns piece by piece where the database bounds the length of a statement: MariaDB and MySQL refuse
 * one that is longer than {@code max_allowed_packet}, 16 MiB by default, and their drivers write up to two characters for
 * each byte of a file.
 */
public final class Pieces
{
    /** How many bytes one statement writes. Each one writes the column anew, so that small pieces take long. */
    private static final int SIZE = 2 * 1024 * 1024;

    private Pieces()
    {
    }

    /**
     * @param connection any
     * @return whether large columns are written piece by piece: the row is inserted with an empty column, then appended to
     * @throws SQLException if the database does not say what it is
     */
    public static boolean needed(Connection connection) throws SQLException
    {
        String product = connection.getMetaData().getDatabaseProductName();
        return product.startsWith("MariaDB") || product.startsWith("MySQL");
    }

    /**
     * Appends a file to a column.
     *
     * @param update appends its first parameter to the column; its other parameters are set
     * @param content what to append
     * @throws SQLException if the database refuses, or the file cannot be read
     */
    public static void append(PreparedStatement update, FileContent content) throws SQLException
    {
        try (InputStream stream = content.open()) {
            for (byte[] piece = stream.readNBytes(SIZE); piece.length > 0; piece = stream.readNBytes(SIZE)) {
                update.setBytes(1, piece);
                update.executeUpdate();
            }
        } catch (IOException e) {
            throw new SQLException("The content of a file cannot be read.", e);
        }
    }
}
