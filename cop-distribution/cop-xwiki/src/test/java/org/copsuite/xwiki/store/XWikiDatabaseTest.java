/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.sql.Connection;
import java.util.UUID;

import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.DatabaseContract;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import com.xpn.xwiki.store.hibernate.HibernateSessionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

/** The suite's tables beside those of a wiki, on the connection that the wiki is configured for. */
@ComponentTest
class XWikiDatabaseTest extends DatabaseContract
{
    @MockComponent
    private HibernateSessionFactory wiki;

    @InjectMockComponents
    private XWikiDatabase database;

    @BeforeComponent
    void configure()
    {
        Configuration configuration = new Configuration();
        configuration.getProperties().clear();
        configuration.setProperty("hibernate.connection.url",
            "jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc");
        configuration.setProperty("hibernate.connection.username", "sa");
        configuration.setProperty("hibernate.connection.password", "");
        configuration.setProperty("hibernate.connection.driver_class", "org.hsqldb.jdbc.JDBCDriver");
        configuration.setProperty("hibernate.dialect", "org.hibernate.dialect.HSQLDialect");
        configuration.setProperty("hibernate.dbcp.maxTotal", "50");
        configuration.setProperty("hibernate.dbcp.jmxName", "org.xwiki:type=BasicDataSource");
        configuration.setProperty("xwiki.something", "else");
        when(this.wiki.getConfiguration()).thenReturn(configuration);
    }

    @Override
    protected Database database()
    {
        return this.database;
    }

    private Object setting(String name)
    {
        return this.database.sessions().getProperties().get(name);
    }

    @Test
    void takesFewConnectionsUnderANameOfItsOwn()
    {
        assertThat(setting("hibernate.connection.pool_size")).isEqualTo("15");
        assertThat(setting("hibernate.dbcp.maxTotal")).isEqualTo("15");
        assertThat(setting("hibernate.dbcp.jmxName")).isEqualTo("org.copsuite:type=BasicDataSource");
        assertThat(setting("hibernate.connection.isolation"))
            .isEqualTo(String.valueOf(Connection.TRANSACTION_READ_COMMITTED));
    }

    @Test
    void takesTheConnectionOnly()
    {
        assertThat(setting("hibernate.connection.driver_class")).isEqualTo("org.hsqldb.jdbc.JDBCDriver");
        assertThat(setting("xwiki.something")).isNull();
    }

    @Test
    void readsListsByTheirIndicesOnHsqldb()
    {
        assertThat(setting("hibernate.dialect")).isEqualTo(OrderedHsqlDialect.class.getName());
    }

    @Test
    void versionsItsTablesInATableOfItsOwn()
    {
        try (Session session = this.database.sessions().openSession()) {
            Number changes = (Number) session.createNativeQuery("select count(*) from cop_changelog").uniqueResult();
            assertThat(changes.intValue()).isPositive();
            Number defaults = (Number) session.createNativeQuery("select count(*) from information_schema.tables "
                + "where upper(table_name) like 'DATABASECHANGELOG%'").uniqueResult();
            assertThat(defaults.intValue()).isZero();
        }
    }

    @Test
    void closesItsPoolWithTheComponent()
    {
        SessionFactory sessions = this.database.sessions();
        this.database.dispose();

        assertThat(sessions.isClosed()).isTrue();
    }
}
