/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.persistence.metamodel.EntityType;

import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.db.QueryLimits;
import org.copsuite.ledger.Schema;
import org.copsuite.ledger.SchemaUpdate;
import org.copsuite.ledger.internal.LedgerHead;
import org.copsuite.wiki.Database;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.resource.jdbc.spi.StatementInspector;

import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;

/** The suite's tables, in a separate schema on the database that {@link TestServer#chosen()} names. */
public class TestDatabase implements Database, AutoCloseable
{
    private static final Queue<TestDatabase> RETURNED = new ConcurrentLinkedQueue<>();

    private static final ThreadLocal<Long> STATEMENTS = ThreadLocal.withInitial(() -> 0L);

    private static final ThreadLocal<Set<String>> TEXTS = ThreadLocal.withInitial(HashSet::new);

    private final SessionFactory sessions;

    private final String url;

    /** Connections past the suite's sessions that nobody uses. */
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

    /** Creates the tables, empty. */
    private TestDatabase(String url)
    {
        this.url = url;
        try (Connection connection = DriverManager.getConnection(url)) {
            liquibase.database.Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDatabaseChangeLogTableName(Schema.changelogTable());
            database.setDatabaseChangeLogLockTableName(Schema.changelogLockTable());
            try (Liquibase liquibase = new Liquibase(Schema.changelog(), new ClassLoaderResourceAccessor(), database)) {
                liquibase.update("");
            }
        } catch (Exception e) {
            throw new IllegalStateException("Failed to create the tables.", e);
        }
        Configuration configuration = new Configuration();
        configuration.setProperty("hibernate.connection.url", url);
        configuration.setProperty("hibernate.connection.pool_size", "20");
        if (TestServer.chosen() == TestServer.HSQLDB) {
            configuration.setProperty(AvailableSettings.DIALECT, OrderedHsqlDialect.class.getName());
        }
        configuration.setProperty("hibernate.connection.isolation",
            String.valueOf(Connection.TRANSACTION_READ_COMMITTED));
        QueryLimits.settings().forEach((name, value) -> configuration.setProperty(name, value.toString()));
        configuration.setProperty("hibernate.generate_statistics", "true");
        StatementInspector counting = sql -> {
            STATEMENTS.set(STATEMENTS.get() + 1);
            TEXTS.get().add(sql);
            return sql;
        };
        configuration.getProperties().put(AvailableSettings.STATEMENT_INSPECTOR, counting);
        configuration.setProperty("hibernate.jdbc.batch_size", "50");
        configuration.setProperty("javax.persistence.validation.mode", "none");
        Schema.entities().forEach(configuration::addAnnotatedClass);
        this.sessions = configuration.buildSessionFactory();
    }

    /**
     * Opens a database with empty tables. Since creating the tables takes long, it reuses those of a database that
     * another test has closed. On a server, the schema is dropped when this process ends.
     *
     * @return the database
     */
    public static TestDatabase open()
    {
        TestDatabase given = RETURNED.poll();
        if (given != null) {
            return given;
        }
        TestSchema schema = new TestSchema();
        if (TestServer.chosen() == TestServer.HSQLDB) {
            return new TestDatabase(schema.url() + ";hsqldb.tx=mvcc;user=SA");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(schema::close));
        return new TestDatabase(schema.url());
    }

    /**
     * Runs some changes of the changelog again, as an upgrade from a version without them does.
     *
     * @param changes the ids of the changes
     * @throws Exception if a change fails
     */
    public void upgrade(String... changes) throws Exception
    {
        for (String change : changes) {
            execute("delete from " + Schema.changelogTable() + " where id = '" + change + "'");
        }
        try (Connection connection = DriverManager.getConnection(this.url)) {
            liquibase.database.Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDatabaseChangeLogTableName(Schema.changelogTable());
            database.setDatabaseChangeLogLockTableName(Schema.changelogLockTable());
            SchemaUpdate.apply(database, Schema.changelog(), Schema.class.getClassLoader());
        }
    }

    @Override
    public SessionFactory sessions()
    {
        return this.sessions;
    }

    /** Counts the statements of this thread from zero. */
    public void startCounting()
    {
        STATEMENTS.remove();
        TEXTS.remove();
    }

    /** @return the different statements that this thread has prepared since it started to count, as SQL */
    public Set<String> statementTexts()
    {
        return Set.copyOf(TEXTS.get());
    }

    /**
     * Excludes the statements of consumers and other work in the background, which run at any time.
     *
     * @return the number of statements that this thread has prepared since it started to count
     */
    public long statements()
    {
        return STATEMENTS.get();
    }

    /**
     * Runs a statement past the suite's sessions and updates the ledger's head, as a write of another node does.
     *
     * @param sql the statement
     */
    public void execute(String sql)
    {
        past(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return statement.execute("update cop_ledger_head set changes = changes + 1");
            }
        });
    }

    /**
     * Runs a query past the suite's sessions.
     *
     * @param sql a query
     * @return the rows of the result, each by column name in upper case
     */
    public List<Map<String, Object>> query(String sql)
    {
        return past(connection -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    Map<String, Object> row = new TreeMap<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.put(result.getMetaData().getColumnLabel(i).toUpperCase(Locale.ROOT), result.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        });
    }

    /** @return the rows of ledger and projections, by table */
    public Map<String, List<String>> snapshot()
    {
        return past(Snapshot::of);
    }

    /** What is done past the suite's sessions. */
    @FunctionalInterface
    private interface Work<T>
    {
        T run(Connection connection) throws SQLException;
    }

    /** A connection is opened once and not for each statement: on a server that takes longer than most statements do. */
    private <T> T past(Work<T> work)
    {
        try {
            Connection given = this.idle.poll();
            Connection connection = given == null ? DriverManager.getConnection(this.url) : given;
            try {
                return work.run(connection);
            } finally {
                this.idle.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close()
    {
        empty();
        RETURNED.add(this);
    }

    private void empty()
    {
        try (Session session = this.sessions.openSession()) {
            session.beginTransaction();
            for (EntityType<?> entity : this.sessions.getMetamodel().getEntities()) {
                if (!entity.getJavaType().equals(LedgerHead.class)) {
                    session.createQuery("delete from " + entity.getName()).executeUpdate();
                }
            }
            session.createQuery("update LedgerHead set sequence = 0, changes = changes + 1").executeUpdate();
            session.getTransaction().commit();
        }
        this.sessions.getStatistics().clear();
    }
}
