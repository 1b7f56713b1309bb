/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.ledger.Schema;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.DatabaseContract;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.store.hibernate.HibernateSessionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

/** The suite's tables beside those of a wiki, on the connection that the wiki is configured for. */
@ComponentTest
@ComponentList(PurgeSetting.class)
class XWikiDatabaseTest extends DatabaseContract
{
    @MockComponent
    private HibernateSessionFactory wiki;

    @InjectComponentManager
    private MockitoComponentManager components;

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

    private static List<String> tables(String url) throws Exception
    {
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
            ResultSet found = connection.getMetaData().getTables(null, null, "COP\\_%", null)) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    @Test
    void knowsAllItsTablesAndDropsThemOnlyWhereItIsToldTo() throws Exception
    {
        List<String> known = new ArrayList<>(Schema.tables());
        known.addAll(Changelog.tables());
        String url = (String) setting("hibernate.connection.url");
        assertThat(tables(url)).containsExactlyInAnyOrderElementsOf(known);
        assertThat(this.database.isRemovable()).isTrue();

        this.components.<PurgeSetting>getInstance(PurgeSetting.class).setDropped(true);
        this.database.dispose();

        assertThat(tables(url)).isEmpty();
    }

    @Test
    void leavesItsTablesWhereTheyAre() throws Exception
    {
        String url = (String) setting("hibernate.connection.url");
        this.database.dispose();
        assertThat(tables(url)).contains("cop_ledger", "cop_page_lock");
    }

    @Test
    void closesItsPoolWithTheComponent()
    {
        SessionFactory sessions = this.database.sessions();
        this.database.dispose();

        assertThat(sessions.isClosed()).isTrue();
    }
}
