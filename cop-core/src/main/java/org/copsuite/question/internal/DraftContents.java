/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.copsuite.db.Pieces;
import org.copsuite.wiki.FileContent;

/** Streams the contents of draft files to and from their table, without holding a whole file in memory. */
final class DraftContents
{
    /** The number of bytes that one statement reads, on databases that read a column piecewise. */
    private static final int PIECE = 512 * 1024;

    private DraftContents()
    {
    }

    /**
     * Stores the content of a row that only reserves its space.
     *
     * @param connection in the transaction
     * @param id of the row
     * @param content its content
     * @return whether the row is still there
     */
    static boolean store(Connection connection, UUID id, FileContent content) throws SQLException
    {
        boolean pieces = Pieces.needed(connection);
        try (PreparedStatement update =
            connection.prepareStatement("update cop_upload set content = ?, arrived = ? where id = ?");
            InputStream stream = pieces ? InputStream.nullInputStream() : content.open())
        {
            update.setBinaryStream(1, stream, pieces ? 0 : content.size());
            update.setBoolean(2, true);
            update.setString(3, id.toString());
            if (update.executeUpdate() == 0) {
                return false;
            }
        } catch (IOException e) {
            throw new SQLException("Failed to read the content of a draft file", e);
        }
        if (pieces) {
            append(connection, id, content);
        }
        return true;
    }

    /** In the same transaction: nobody sees the row before it has all of its content. */
    private static void append(Connection connection, UUID id, FileContent content) throws SQLException
    {
        try (PreparedStatement append =
            connection.prepareStatement("update cop_upload set content = concat(content, ?) where id = ?"))
        {
            append.setString(2, id.toString());
            Pieces.append(append, content);
        }
    }

    /**
     * Copies the content of a row to a stream.
     *
     * @param connection the connection
     * @param id the id of the row
     * @param size the size of the content in bytes
     * @param out the target, left open
     */
    static void copy(Connection connection, UUID id, long size, OutputStream out) throws SQLException, IOException
    {
        if (connection.getMetaData().getDatabaseProductName().startsWith("HSQL")) {
            copyStream(connection, id, out);
            return;
        }
        // The drivers of the other databases load a column as a whole, so read it in pieces.
        for (long at = 0; at < size; at += PIECE) {
            try (PreparedStatement select =
                connection.prepareStatement("select substring(content from ? for ?) from cop_upload where id = ?"))
            {
                select.setInt(1, (int) at + 1);
                select.setInt(2, PIECE);
                select.setString(3, id.toString());
                try (ResultSet piece = select.executeQuery()) {
                    if (piece.next()) {
                        out.write(piece.getBytes(1));
                    }
                }
            }
        }
    }

    private static void copyStream(Connection connection, UUID id, OutputStream out) throws SQLException, IOException
    {
        try (PreparedStatement select = connection.prepareStatement("select content from cop_upload where id = ?")) {
            select.setString(1, id.toString());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    try (InputStream stream = row.getBinaryStream(1)) {
                        stream.transferTo(out);
                    }
                }
            }
        }
    }
}
