/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.Tags;

import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/**
 * Brings tags that an older version stored in another Unicode form or case into the form of {@link Tags}, once, when the
 * tables are upgraded: tags of questions and their counts, domains of communities, topics, and what people watch. Pages
 * keep what they say; it is normalised when they are read. Liquibase makes it by the name of its class.
 */
public class UnifyTags implements CustomTaskChange
{
    private int changed;

    @Override
    public void execute(Database database) throws CustomChangeException
    {
        JdbcConnection connection = (JdbcConnection) database.getConnection();
        try {
            Set<List<String>> communities = questions(connection);
            for (List<String> community : communities) {
                recount(connection, community.get(0), community.get(1));
            }
            domains(connection);
            topics(connection);
            watches(connection);
        } catch (SQLException | DatabaseException e) {
            throw new CustomChangeException(e);
        }
    }

    /** @return wiki and community of the questions whose tags have changed */
    private Set<List<String>> questions(JdbcConnection connection) throws DatabaseException, SQLException
    {
        Set<List<String>> communities = new LinkedHashSet<>();
        for (List<String> row : rows(connection, "select wiki, id, community, tags from cop_question where tags <> ''")) {
            List<String> tags = Tags.normalise(Tags.split(row.get(3)));
            if (!tags.equals(Tags.split(row.get(3)))) {
                String wiki = row.get(0);
                String id = row.get(1);
                run(connection, "update cop_question set tags = ? where wiki = ? and id = ?", Tags.join(tags), wiki, id);
                run(connection, "delete from cop_question_tag where wiki = ? and question = ?", wiki, id);
                for (String tag : tags) {
                    run(connection, "insert into cop_question_tag (wiki, tag, question) values (?, ?, ?)", wiki, tag, id);
                }
                communities.add(List.of(wiki, row.get(2)));
                this.changed++;
            }
        }
        return communities;
    }

    private void recount(JdbcConnection connection, String wiki, String community) throws DatabaseException, SQLException
    {
        run(connection, "delete from cop_tag where wiki = ? and community = ?", wiki, community);
        for (List<String> row : rows(connection, "select q.space, t.tag, count(*) from cop_question_tag t join cop_question q "
            + "on q.wiki = t.wiki and q.id = t.question where q.wiki = ? and q.community = ? and q.deleted = false "
            + "and q.own_rights = false group by q.space, t.tag", wiki, community)) {
            String id = TagRow.idOf(UUID.fromString(community), row.get(0), row.get(1)).toString();
            run(connection, "insert into cop_tag (wiki, id, community, space, tag, questions) values (?, ?, ?, ?, ?, "
                + Integer.parseInt(row.get(2)) + ")", wiki, id, community, row.get(0), row.get(1));
        }
    }

    private void domains(JdbcConnection connection) throws DatabaseException, SQLException
    {
        for (List<String> row : rows(connection, "select wiki, id, domains from cop_community")) {
            String domains = Tags.join(Tags.normalise(Tags.split(row.get(2))));
            if (!domains.equals(row.get(2))) {
                run(connection, "update cop_community set domains = ? where wiki = ? and id = ?", domains, row.get(0),
                    row.get(1));
                this.changed++;
            }
        }
    }

    private void topics(JdbcConnection connection) throws DatabaseException, SQLException
    {
        for (List<String> row : rows(connection, "select wiki, id, topic from cop_topic")) {
            String topic = Tags.normalise(row.get(2)).orElse(row.get(2));
            if (!topic.equals(row.get(2))) {
                run(connection, "update cop_topic set topic = ? where wiki = ? and id = ?", topic, row.get(0), row.get(1));
                this.changed++;
            }
        }
    }

    private void watches(JdbcConnection connection) throws DatabaseException, SQLException
    {
        String where = " where wiki = ? and watched_type = 'TAG' and target = ? and person = ?";
        for (List<String> row : rows(connection, "select wiki, target, person from cop_watch where watched_type = 'TAG'")) {
            String wiki = row.get(0);
            String person = row.get(2);
            String tag = Tags.normalise(row.get(1)).orElse(row.get(1));
            if (!tag.equals(row.get(1))) {
                if (rows(connection, "select target from cop_watch" + where, wiki, tag, person).isEmpty()) {
                    run(connection, "update cop_watch set target = ?" + where, tag, wiki, row.get(1), person);
                } else {
                    run(connection, "delete from cop_watch" + where, wiki, row.get(1), person);
                }
                this.changed++;
            }
        }
    }

    private static List<List<String>> rows(JdbcConnection connection, String sql, String... values)
        throws DatabaseException, SQLException
    {
        List<List<String>> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            try (ResultSet found = statement.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    List<String> row = new ArrayList<>(columns);
                    for (int i = 1; i <= columns; i++) {
                        row.add(found.getString(i));
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static void run(JdbcConnection connection, String sql, String... values) throws DatabaseException, SQLException
    {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, String... values) throws SQLException
    {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
    }

    @Override
    public String getConfirmationMessage()
    {
        return this.changed + " rows had tags in an older form";
    }

    @Override
    public void setUp()
    {
        // Nothing to prepare.
    }

    @Override
    public void setFileOpener(ResourceAccessor resourceAccessor)
    {
        // No file is read.
    }

    @Override
    public ValidationErrors validate(Database database)
    {
        return new ValidationErrors();
    }
}
