/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.util.UUID;

import org.copsuite.db.QueryLimits;
import org.copsuite.ledger.Schema;
import org.copsuite.wiki.Database;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The suite's tables in memory; registered as an extension, until the last test of a class. */
public final class TestDatabase implements Database, AutoCloseable, AfterAllCallback
{
    private final SessionFactory sessions;

    /** Makes the tables. */
    public TestDatabase()
    {
        Configuration configuration = new Configuration();
        configuration.setProperty("hibernate.connection.url", "jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc");
        configuration.setProperty("hibernate.connection.username", "sa");
        configuration.setProperty("hibernate.connection.password", "");
        configuration.setProperty("hibernate.dialect", "org.hibernate.dialect.HSQLDialect");
        configuration.setProperty("hibernate.connection.pool_size", "20");
        QueryLimits.settings().forEach((name, value) -> configuration.setProperty(name, value.toString()));
        configuration.setProperty("javax.persistence.validation.mode", "none");
        Schema.entities().forEach(configuration::addAnnotatedClass);
        this.sessions = configuration.buildSessionFactory();
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
    public void afterAll(ExtensionContext context)
    {
        close();
    }

    @Override
    public void close()
    {
        this.sessions.close();
    }
}
