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
 * Updates the tables by a changelog. The tables of the wiki and those of the suite have separate changelogs, each with
 * its own history table and lock table.
 *
 * @param resource the changelog on the class path
 * @param table the table of the changes that have been applied
 * @param lockTable the table of the lock
 */
public record Changelog(String resource, String table, String lockTable)
{
    /** The changelog of the embedded wiki's tables. */
    public static final Changelog EMBEDDED = new Changelog("org/copsuite/embedded/store/tables.xml",
        "wiki_changelog", "wiki_changelog_lock");

    /** Liquibase logs every step at level INFO, which is noise at the start of a wiki. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    /**
     * Applies the changes that are missing.
     *
     * @param source the database
     * @param dialect the type of the database
     * @throws StoreException if a change fails
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
            throw new StoreException("Failed to update the tables by the changelog [" + this.resource + "].", e);
        }
    }
}
