/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.db.QueryLimits;
import org.copsuite.embedded.store.Changelog;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.ledger.Schema;
import org.copsuite.wiki.Database;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;

/** The tables of the suite in the database of the embedded wiki, through its connection pool. */
@Component
@Singleton
public class EmbeddedDatabase implements Database, Initializable, Disposable
{
    private static final int BATCH = 50;

    @Inject
    private WikiDatabase database;

    private StandardServiceRegistry registry;

    private SessionFactory sessions;

    @Override
    public void initialize()
    {
        new Changelog(Schema.changelog(), Schema.changelogTable(), Schema.changelogLockTable())
            .apply(this.database.dataSource(), this.database.dialect());
        this.registry = new StandardServiceRegistryBuilder()
            .applySetting(AvailableSettings.DATASOURCE, this.database.dataSource())
            .applySetting(AvailableSettings.DIALECT, this.database.dialect().hibernate())
            .applySetting(AvailableSettings.HBM2DDL_AUTO, "none")
            .applySetting(AvailableSettings.USE_SECOND_LEVEL_CACHE, false)
            .applySetting(AvailableSettings.USE_QUERY_CACHE, false)
            .applySetting(AvailableSettings.JPA_VALIDATION_MODE, "none")
            .applySetting(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH)
            .applySetting(AvailableSettings.ORDER_INSERTS, true)
            .applySetting(AvailableSettings.ORDER_UPDATES, true)
            // Tests and benchmarks read the number of statements; logging statistics for each session would be noise.
            .applySetting(AvailableSettings.GENERATE_STATISTICS, true)
            .applySetting(AvailableSettings.LOG_SESSION_METRICS, false)
            .applySettings(QueryLimits.settings())
            .build();
        try {
            MetadataSources sources = new MetadataSources(this.registry);
            Schema.entities().forEach(sources::addAnnotatedClass);
            this.sessions = sources.buildMetadata().buildSessionFactory();
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(this.registry);
            throw e;
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
        return Optional.of(this.database.connections());
    }

    @Override
    public void dispose()
    {
        this.sessions.close();
        StandardServiceRegistryBuilder.destroy(this.registry);
    }
}
