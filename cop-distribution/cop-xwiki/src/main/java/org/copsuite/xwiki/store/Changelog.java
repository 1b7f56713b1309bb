/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.sql.Connection;
import java.util.List;

import org.copsuite.ledger.Schema;
import org.copsuite.ledger.SchemaUpdate;
import org.copsuite.xwiki.WikiFailure;

import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

/**
 * Migrates the suite's tables. Uses its own changelog and lock tables, since XWiki uses those with the default names.
 */
final class Changelog
{
    /** The changelog of the tables that only this binding needs. */
    private static final String BINDING = "org/copsuite/xwiki/db/changelog.xml";

    private Changelog()
    {
    }

    /** @return the tables that only this binding needs */
    static List<String> tables()
    {
        return List.of("cop_page_lock");
    }

    /**
     * @param connection a connection to the database, which is not closed
     * @throws WikiFailure if the migration fails
     */
    static void apply(Connection connection)
    {
        try {
            Database database = DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDatabaseChangeLogTableName(Schema.changelogTable());
            database.setDatabaseChangeLogLockTableName(Schema.changelogLockTable());
            SchemaUpdate.apply(database, Schema.changelog(), Schema.class.getClassLoader());
            SchemaUpdate.apply(database, BINDING, Changelog.class.getClassLoader());
        } catch (LiquibaseException e) {
            throw new WikiFailure("Failed to migrate the suite's tables.", e);
        }
    }
}
