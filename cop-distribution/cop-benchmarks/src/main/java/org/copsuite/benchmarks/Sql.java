/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.store.WikiDatabase;

/** Queries the tables of a wiki. */
final class Sql
{
    private final CopServer wiki;

    Sql(CopServer wiki)
    {
        this.wiki = wiki;
    }

    List<List<String>> rows(String query, Object... parameters) throws SQLException
    {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = this.wiki.get(WikiDatabase.class).dataSource().getConnection();
            PreparedStatement select = connection.prepareStatement(query))
        {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.add(row.getString(i));
                    }
                    rows.add(values);
                }
            }
        }
        return rows;
    }

    long number(String query, Object... parameters) throws SQLException
    {
        return Long.parseLong(rows(query, parameters).get(0).get(0));
    }
}
