/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The content of the suite's tables, in a form that is equal for two wikis with the same history. */
public final class Snapshot
{
    private static final List<String> TABLES = List.of("cop_ledger", "cop_community", "cop_membership", "cop_person",
        "cop_question", "cop_question_tag", "cop_tag", "cop_answer", "cop_answer_text", "cop_comment",
        "cop_link", "cop_vote", "cop_points", "cop_counter");

    /**
     * Later than every fixed date in the tests: a later time in a row is the time at which a test ran, and becomes
     * {@code now}.
     */
    private static final long NOW = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    private Snapshot()
    {
    }

    /**
     * @param connection a connection to the suite's database
     * @return the rows of ledger and projections by table, each row as text, sorted
     * @throws SQLException if the tables cannot be read
     */
    public static Map<String, List<String>> of(Connection connection) throws SQLException
    {
        Map<String, List<String>> snapshot = new LinkedHashMap<>();
        for (String table : TABLES) {
            snapshot.put(table, rows(connection, "select * from " + table));
        }
        return snapshot;
    }

    /**
     * Compares two snapshots.
     *
     * @param expected a snapshot
     * @param there the snapshot to compare
     * @return the rows that only one of the two has, by table; empty if the snapshots are equal
     */
    public static Map<String, List<String>> differences(Map<String, List<String>> expected,
        Map<String, List<String>> there)
    {
        Map<String, List<String>> differences = new LinkedHashMap<>();
        expected.forEach((table, rows) -> {
            List<String> missing = new ArrayList<>(rows);
            List<String> added = new ArrayList<>(there.getOrDefault(table, List.of()));
            there.getOrDefault(table, List.of()).forEach(missing::remove);
            rows.forEach(added::remove);
            List<String> both = new ArrayList<>();
            missing.forEach(row -> both.add("missing: " + row));
            added.forEach(row -> both.add("added: " + row));
            if (!both.isEmpty()) {
                differences.put(table, both);
            }
        });
        return differences;
    }

    /**
     * @param connection a connection
     * @param sql a query
     * @return the rows of the result, each as text, sorted
     * @throws SQLException if the query fails
     */
    public static List<String> rows(Connection connection, String sql) throws SQLException
    {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            rows.sort(null);
            return rows;
        }
    }

    private static String row(ResultSet result) throws SQLException
    {
        // By name: an upgraded table has its columns in another order than a new one.
        Map<String, Object> row = new TreeMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            String column = result.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
            Object value = result.getObject(i);
            row.put(column, value instanceof Long time && time > NOW ? "now" : value);
        }
        return row.toString();
    }
}
