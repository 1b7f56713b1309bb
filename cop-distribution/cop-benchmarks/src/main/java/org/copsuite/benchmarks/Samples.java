/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import org.copsuite.db.ThreadSession;
import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.ledger.Projection;
import org.copsuite.wiki.Database;
import org.hibernate.Session;
import org.xwiki.component.manager.ComponentLookupException;

/**
 * Compares rows of the projections before and after a rebuild from ledger and pages. A difference means that the
 * {@link Generator} wrote a row otherwise than the suite would have.
 */
final class Samples
{
    private static final Map<String, String> TABLES = Map.of("cop_question", "id", "cop_answer", "question",
        "cop_question_tag", "question", "cop_comment", "question", "cop_link", "question");

    private final CopServer wiki;

    Samples(CopServer wiki)
    {
        this.wiki = wiki;
    }

    /**
     * Checks random questions.
     *
     * @param count the number of questions to check, each with its answers, tags, comments, links and votes
     * @return the number of rows compared
     * @throws WrongResultException if a row differs
     */
    int check(int count) throws SQLException
    {
        List<String> questions = questions(count);
        Map<String, String> before = rows(questions);
        List<Projection> projections = projections();
        for (String question : questions) {
            try (Session session = this.wiki.get(Database.class).sessions().openSession();
                ThreadSession.Binding binding = this.wiki.get(ThreadSession.class).bind(session))
            {
                session.beginTransaction();
                List<String> keys = new ArrayList<>(answers(question));
                keys.add(0, question);
                for (Projection projection : projections) {
                    for (String key : keys) {
                        if (holds(projection, session, key)) {
                            projection.rebuild(session, WikiOptions.WIKI, key);
                        }
                    }
                }
                session.getTransaction().commit();
            }
        }
        compare(before, rows(questions));
        return before.size();
    }

    private static void compare(Map<String, String> before, Map<String, String> after)
    {
        if (!before.keySet().equals(after.keySet())) {
            throw new WrongResultException("The rebuild changed the set of rows: " + before.size() + " before, "
                + after.size() + " after.");
        }
        before.forEach((key, row) -> {
            if (!row.equals(after.get(key))) {
                throw new WrongResultException("A row differs after the rebuild:\n" + row + '\n' + after.get(key));
            }
        });
    }

    private List<Projection> projections()
    {
        try {
            return this.wiki.components().<Projection>getInstanceList(Projection.class).stream()
                .sorted(Comparator.comparingInt(Projection::order)).toList();
        } catch (ComponentLookupException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @return whether the projection has this key, the UUID of a post; reads the keys from just before it, as they are
     *         sorted
     */
    private static boolean holds(Projection projection, Session session, String key)
    {
        char last = key.charAt(key.length() - 1);
        String before = last == '0' ? "" : key.substring(0, key.length() - 1) + (char) (last == 'a' ? '9' : last - 1);
        if (before.isEmpty()) {
            UUID id = UUID.fromString(key);
            before = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1).toString();
        }
        return projection.keys(session, WikiOptions.WIKI, before, 1).contains(key);
    }

    private List<String> questions(int count) throws SQLException
    {
        List<String> found = new ArrayList<>();
        Random random = new Random(1);
        try (Connection connection = connection();
            PreparedStatement select = connection
                .prepareStatement("select id from cop_question where id >= ? order by id limit 1"))
        {
            while (found.size() < count) {
                select.setString(1, new UUID(random.nextLong(), random.nextLong()).toString());
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        found.add(row.getString(1));
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private List<String> answers(String question) throws SQLException
    {
        List<String> found = new ArrayList<>();
        try (Connection connection = connection();
            PreparedStatement select = connection.prepareStatement("select id from cop_answer where question = ? and wiki = ?"))
        {
            select.setString(1, question);
            select.setString(2, WikiOptions.WIKI.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    private Map<String, String> rows(List<String> questions) throws SQLException
    {
        Map<String, String> rows = new TreeMap<>();
        try (Connection connection = connection()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                for (String question : questions) {
                    read(connection, "select * from " + table.getKey() + " where wiki = 'xwiki' and " + table.getValue()
                        + " = ?", question, table.getKey(), rows);
                }
            }
            for (String question : questions) {
                read(connection, "select v.* from cop_vote v where v.wiki = 'xwiki' and v.post = ?", question, "cop_vote",
                    rows);
                for (String answer : answers(question)) {
                    read(connection, "select t.* from cop_answer_text t where t.wiki = 'xwiki' and t.id = ?", answer,
                        "cop_answer_text", rows);
                    read(connection, "select v.* from cop_vote v where v.wiki = 'xwiki' and v.post = ?", answer, "cop_vote",
                        rows);
                }
            }
        }
        return rows;
    }

    private static void read(Connection connection, String query, String key, String table, Map<String, String> rows)
        throws SQLException
    {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    StringBuilder text = new StringBuilder(table);
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(' ').append(row.getMetaData().getColumnName(i)).append('=').append(row.getString(i));
                    }
                    String id = table + ' ' + row.getString(2) + ' ' + row.getString(3);
                    rows.put(id, text.toString());
                }
            }
        }
    }

    private Connection connection() throws SQLException
    {
        return this.wiki.get(WikiDatabase.class).dataSource().getConnection();
    }
}
