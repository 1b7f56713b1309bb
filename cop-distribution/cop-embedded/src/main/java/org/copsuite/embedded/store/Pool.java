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

/** Opens the pool of connections. */
final class Pool
{
    private static final int MAXIMUM = 15;

    /**
     * Every acknowledged write is with the operating system before its commit returns, so it survives the death of the
     * process; tables are on disk, not in memory. The data folder has a lock of its own: HSQLDB's would make a start
     * after a crash wait for ten seconds.
     */
    private static final String HSQLDB_OPTIONS = ";hsqldb.tx=mvcc;hsqldb.write_delay=false;"
        + "hsqldb.default_table_type=cached;hsqldb.lock_file=false;hsqldb.log_size=64;hsqldb.cache_rows=100000;"
        + "hsqldb.cache_size=48000;shutdown=false;"
        // Texts of different length are different: they need not be filled up to be compared.
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
                // The default there is REPEATABLE READ; that of the others is this one.
                config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
                // Instead of 50 seconds: a transaction that waits for so long is run again.
                config.setConnectionInitSql("set innodb_lock_wait_timeout = 5");
            }
        }
        return new HikariDataSource(config);
    }

    /**
     * Ends HSQLDB, which runs in this process: what it holds is written, so that the next start has nothing to repeat.
     *
     * @param options how the wiki is run
     * @throws SQLException if it could not be ended
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
