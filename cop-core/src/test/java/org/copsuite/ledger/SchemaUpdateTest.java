/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Random;

import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SchemaUpdateTest
{
    private TestSchema schema;

    private Connection connection;

    @BeforeEach
    void make() throws Exception
    {
        this.schema = new TestSchema();
        this.connection = DriverManager.getConnection(this.schema.url());
        update();
    }

    @AfterEach
    void close() throws Exception
    {
        this.connection.close();
        this.schema.close();
    }

    private void update() throws LiquibaseException
    {
        Database database =
            DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(this.connection));
        database.setDatabaseChangeLogTableName(Schema.changelogTable());
        database.setDatabaseChangeLogLockTableName(Schema.changelogLockTable());
        SchemaUpdate.apply(database, Schema.changelog(), Schema.class.getClassLoader());
    }

    private void changed(String id, String changelog) throws Exception
    {
        try (Statement statement = this.connection.createStatement()) {
            statement.execute("insert into cop_changelog (id, author, filename, dateexecuted, orderexecuted, exectype) "
                + "values ('" + id + "', 'copsuite', '" + changelog + "', now(), 1000, 'EXECUTED')");
        }
        this.connection.commit();
    }

    @Test
    @OnEveryDatabase
    void doesNothingTheSecondTime()
    {
        assertThatCode(this::update).doesNotThrowAnyException();
    }

    @Test
    void keepsFilesOfDraftsThatAreInTheirRows() throws Exception
    {
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        try (Statement statement = this.connection.createStatement();
            PreparedStatement insert = this.connection.prepareStatement("insert into cop_upload (id, wiki, post, person, "
                + "file_name, media_type, file_size, added, content) values ('1', 'w', '2', 'p', 'n', 't', 3000000, 0, ?)"))
        {
            statement.execute("alter table cop_upload alter column content set data type longvarbinary");
            statement.execute("delete from cop_changelog where id = 'question-uploads-blob'");
            insert.setBytes(1, content);
            insert.executeUpdate();
        }
        this.connection.commit();

        update();

        try (Statement statement = this.connection.createStatement();
            ResultSet row = statement.executeQuery("select content from cop_upload"))
        {
            assertThat(row.next()).isTrue();
            assertThat(row.getBlob(1).getBytes(1, content.length)).isEqualTo(content);
        }
    }

    @Test
    @OnEveryDatabase
    void refusesTablesThatANewerVersionMade() throws Exception
    {
        changed("ledger-99", "org/copsuite/db/ledger.xml");

        assertThatExceptionOfType(LiquibaseException.class).isThrownBy(this::update)
            .withMessageContaining("newer version of CoP Suite").withMessageContaining("[ledger-99]");
    }

    @Test
    @OnEveryDatabase
    void leavesTheChangesOfOthersToThem() throws Exception
    {
        changed("wiki-99", "org/copsuite/elsewhere/db/changelog.xml");

        assertThatCode(this::update).doesNotThrowAnyException();
    }
}
