/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

import org.copsuite.embedded.WikiOptions;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Opens the connection pool. */
final class Pool
{
    private static final int MAXIMUM = 15;

    /**
     * A commit returns only after the operating system has the write, so an acknowledged write survives the death of
     * the process. Tables are on disk, not in memory. HSQLDB's lock file is disabled, because after a crash it would
     * delay the start by ten seconds; the data folder has a lock of its own.
     */
    private static final String HSQLDB_OPTIONS = ";hsqldb.tx=mvcc;hsqldb.write_delay=false;"
        + "hsqldb.default_table_type=cached;hsqldb.lock_file=false;hsqldb.log_size=64;hsqldb.cache_rows=100000;"
        + "hsqldb.cache_size=48000;shutdown=false;"
        // Compares texts of different length without padding them.
        + "sql.pad_space=false";

    private static final String USER = "SA";

    private Pool()
    {
    }

    static HikariDataSource open(WikiOptions options, Dialect dialect)
    {
        HikariConfig config = new HikariConfig();
        if (dialect != Dialect.HSQLDB) {
            config.setJdbcUrl(url(options));
        }
        config.setPoolName("cop-wiki");
        config.setMaximumPoolSize(MAXIMUM);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(20));
        config.setInitializationFailTimeout(TimeUnit.SECONDS.toMillis(5));
        switch (dialect) {
            case HSQLDB -> config.setDataSource(new CachedStatements(url(options), USER, "",
                options.databaseUrl() == null ? new DiskGuard(file(options)) : null));
            case POSTGRESQL -> {
                config.setDriverClassName("org.postgresql.Driver");
                config.addDataSourceProperty("prepareThreshold", "3");
                config.addDataSourceProperty("stringtype", "unspecified");
                config.addDataSourceProperty("reWriteBatchedInserts", "true");
            }
            default -> {
                config.setDriverClassName("org.mariadb.jdbc.Driver");
                // MariaDB's default is REPEATABLE READ; this is the default of the other databases.
                config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
                // Instead of 50 seconds: a transaction that waits longer is retried.
                config.setConnectionInitSql("set innodb_lock_wait_timeout = 5");
            }
        }
        return new HikariDataSource(config);
    }

    /**
     * Shuts down HSQLDB, which runs in this process, so that it writes all its data and the next start has no log to
     * replay.
     *
     * @param options the options of the wiki
     * @throws SQLException if the shutdown fails
     */
    static void endHsqldb(WikiOptions options) throws SQLException
    {
        try (Connection connection = DriverManager.getConnection(url(options), USER, "");
            Statement statement = connection.createStatement())
        {
            statement.execute("SHUTDOWN");
        }
    }

    private static Path file(WikiOptions options)
    {
        return options.data().toAbsolutePath().resolve("db").resolve("cop");
    }

    private static String url(WikiOptions options)
    {
        if (options.databaseUrl() == null) {
            return "jdbc:hsqldb:file:" + file(options) + HSQLDB_OPTIONS;
        }
        if (options.databaseUrl().startsWith("jdbc:hsqldb:mem:")) {
            return options.databaseUrl() + ";hsqldb.tx=mvcc";
        }
        return options.databaseUrl();
    }
}
