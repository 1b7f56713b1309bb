/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.sql.DataSource;

import org.copsuite.ledger.SchemaUpdate;

import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

/**
 * Brings tables up to date. The wiki's own tables and the suite's are versioned apart, each with a log and a lock of its
 * own.
 *
 * @param resource the changelog on the class path
 * @param table the table of the changes that were made
 * @param lockTable the table of the lock
 */
public record Changelog(String resource, String table, String lockTable)
{
    /** The tables of the embedded wiki itself. */
    public static final Changelog EMBEDDED = new Changelog("org/copsuite/embedded/store/tables.xml",
        "wiki_changelog", "wiki_changelog_lock");

    /** Liquibase tells each of its steps at this level; a person who starts a wiki asked for none of them. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    /**
     * Brings the tables up to date.
     *
     * @param source the database
     * @param dialect which database it is
     * @throws StoreException if that fails
     */
    public void apply(DataSource source, Dialect dialect)
    {
        LIQUIBASE.setLevel(Level.WARNING);
        try (Connection connection = source.getConnection()) {
            Database database = DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDatabaseChangeLogTableName(this.table);
            database.setDatabaseChangeLogLockTableName(this.lockTable);
            SchemaUpdate.apply(database, this.resource, getClass().getClassLoader());
        } catch (SQLException | LiquibaseException e) {
            throw new StoreException("The tables of " + this.resource + " could not be brought up to date.", e);
        }
    }
}
