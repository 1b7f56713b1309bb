/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.db.QueryLimits;
import org.copsuite.db.SuiteTables;
import org.copsuite.ledger.Schema;
import org.copsuite.wiki.Database;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.annotation.DisposePriority;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;

import com.xpn.xwiki.store.hibernate.HibernateSessionFactory;

/**
 * Provides the suite's tables in XWiki's database: a session factory with a small connection pool of its own, for the
 * connection that XWiki is configured with. It is closed with the component, so that an upgrade leaks neither a pool
 * nor a class loader.
 */
@Component
@Singleton
@DisposePriority(XWikiDatabase.LAST)
public class XWikiDatabase implements Database, Initializable, Disposable
{
    /** The largest number of connections. XWiki's own pool uses up to 50; PostgreSQL allows 100 by default. */
    static final String CONNECTIONS = "15";

    /**
     * When XWiki shuts down, disposes this component after others have flushed their counts; XWiki's own store has the
     * same priority.
     */
    static final int LAST = 10_000;

    private static final List<String> COPIED =
        List.of("hibernate.connection", "hibernate.dialect", "hibernate.dbcp");

    private static final int BATCH = 50;

    @Inject
    private HibernateSessionFactory wiki;

    @Inject
    private PurgeSetting purgeSetting;

    @Inject
    private Logger logger;

    private BootstrapServiceRegistry bootstrap;

    private StandardServiceRegistry registry;

    private SessionFactory sessions;

    @Override
    public void initialize()
    {
        this.bootstrap = new BootstrapServiceRegistryBuilder().applyClassLoader(Schema.class.getClassLoader())
            .applyClassLoader(XWikiDatabase.class.getClassLoader()).build();
        this.registry = new StandardServiceRegistryBuilder(this.bootstrap).applySettings(settings()).build();
        try {
            MetadataSources sources = new MetadataSources(this.registry);
            Schema.entities().forEach(sources::addAnnotatedClass);
            this.sessions = sources.buildMetadata().buildSessionFactory();
            migrate();
        } catch (RuntimeException e) {
            dispose();
            throw e;
        }
    }

    /**
     * Returns XWiki's connection settings with the suite's pool size and name, and the settings that the ledger needs.
     */
    private Properties settings()
    {
        Properties all = this.wiki.getConfiguration().getProperties();
        Properties settings = new Properties();
        for (String name : all.stringPropertyNames()) {
            if (COPIED.stream().anyMatch(name::startsWith)) {
                settings.setProperty(name, all.getProperty(name));
            }
        }
        if (settings.getProperty(AvailableSettings.URL, "").startsWith("jdbc:hsqldb:")) {
            settings.setProperty(AvailableSettings.DIALECT, OrderedHsqlDialect.class.getName());
        }
        settings.keySet().removeIf(key -> key.toString().matches("hibernate\\.dbcp\\.(ps\\.)?max(Active|Total|Idle)"));
        settings.setProperty(AvailableSettings.POOL_SIZE, CONNECTIONS);
        settings.setProperty("hibernate.dbcp.maxTotal", CONNECTIONS);
        settings.setProperty("hibernate.dbcp.maxIdle", "5");
        settings.setProperty("hibernate.dbcp.jmxName", PoolGauge.NAME);
        settings.setProperty(AvailableSettings.ISOLATION, String.valueOf(Connection.TRANSACTION_READ_COMMITTED));
        settings.setProperty(AvailableSettings.HBM2DDL_AUTO, "none");
        settings.setProperty(AvailableSettings.USE_SECOND_LEVEL_CACHE, "false");
        settings.setProperty(AvailableSettings.USE_QUERY_CACHE, "false");
        settings.setProperty(AvailableSettings.JPA_VALIDATION_MODE, "none");
        settings.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, String.valueOf(BATCH));
        settings.setProperty(AvailableSettings.ORDER_INSERTS, "true");
        settings.setProperty(AvailableSettings.ORDER_UPDATES, "true");
        settings.setProperty(AvailableSettings.GENERATE_STATISTICS, "true");
        settings.setProperty(AvailableSettings.LOG_SESSION_METRICS, "false");
        // HSQLDB warns about each update that affects no row; such updates are expected.
        settings.setProperty(AvailableSettings.LOG_JDBC_WARNINGS, "false");
        QueryLimits.settings().forEach((name, value) -> settings.setProperty(name, value.toString()));
        return settings;
    }

    private void migrate()
    {
        try (Session session = this.sessions.openSession()) {
            session.doWork(Changelog::apply);
        }
    }

    @Override
    public SessionFactory sessions()
    {
        return this.sessions;
    }

    @Override
    public Optional<Connections> connections()
    {
        return PoolGauge.read();
    }

    @Override
    public boolean isRemovable()
    {
        return true;
    }

    private void drop()
    {
        List<String> tables = new ArrayList<>(Schema.tables());
        tables.addAll(Changelog.tables());
        try (Session session = this.sessions.openSession()) {
            session.beginTransaction();
            session.doWork(connection -> SuiteTables.drop(connection, tables));
            session.getTransaction().commit();
        } catch (RuntimeException e) {
            this.logger.error("Failed to drop the suite's tables; drop those that begin with [cop_] by hand.", e);
        }
    }

    @Override
    public void dispose()
    {
        if (this.sessions != null) {
            if (this.purgeSetting.isDropped()) {
                drop();
            }
            this.sessions.close();
        }
        StandardServiceRegistryBuilder.destroy(this.registry);
        BootstrapServiceRegistryBuilder.destroy(this.bootstrap);
    }
}
