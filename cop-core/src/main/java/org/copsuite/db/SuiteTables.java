/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.copsuite.wiki.WikiId;

/** Operations on all tables of the suite: deletes the rows of one wiki, or drops the tables. */
public final class SuiteTables
{
    /** Holds the settings of a wiki and the preferences of its people. */
    private static final String SETTINGS = "cop_setting";

    private SuiteTables()
    {
    }

    /**
     * Deletes all rows of a wiki.
     *
     * @param connection the connection, in a transaction that the caller ends
     * @param wiki the wiki
     * @param setting the name of a setting to keep, {@code null} for none
     * @throws SQLException on a failure of the database
     */
    public static void deleteRows(Connection connection, WikiId wiki, String setting) throws SQLException
    {
        for (String table : withWiki(connection)) {
            boolean keeps = setting != null && SETTINGS.equals(table);
            String sql = "delete from " + table + " where wiki = ?" + (keeps ? " and setting_name <> ?" : "");
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, wiki.value());
                if (keeps) {
                    statement.setString(2, setting);
                }
                statement.executeUpdate();
            }
        }
    }

    /** Returns the suite's tables whose rows name a wiki. */
    private static Set<String> withWiki(Connection connection) throws SQLException
    {
        Set<String> tables = new TreeSet<>();
        try (ResultSet columns = connection.getMetaData().getColumns(connection.getCatalog(), null, "%", "%")) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (table.matches("cop_[a-z_]+") && "wiki".equalsIgnoreCase(columns.getString("COLUMN_NAME"))) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /**
     * Drops tables.
     *
     * @param connection the connection, in a transaction that the caller ends
     * @param tables their names, never input of a user; missing tables are skipped
     * @throws SQLException on a failure of the database
     */
    public static void drop(Connection connection, Collection<String> tables) throws SQLException
    {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("drop table if exists " + table);
            }
        }
    }
}
