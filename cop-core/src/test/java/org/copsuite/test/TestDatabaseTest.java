/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.hibernate.Session;
import org.junit.jupiter.api.Test;

class TestDatabaseTest
{
    @Test
    @OnEveryDatabase
    void isOnTheChosenDatabase()
    {
        try (TestDatabase database = TestDatabase.open(); Session session = database.sessions().openSession()) {
            String product = session.doReturningWork(connection -> connection.getMetaData().getDatabaseProductName());

            assertThat(product.toLowerCase(Locale.ROOT)).startsWith(TestServer.chosen().toString().substring(0, 4));
        }
    }

    @Test
    @OnEveryDatabase
    void readsWhatOthersHaveCommittedMeanwhile()
    {
        try (TestDatabase database = TestDatabase.open(); Session session = database.sessions().openSession()) {
            assertThat(session.doReturningWork(Connection::getTransactionIsolation).intValue())
                .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    @OnEveryDatabase
    void givesTablesBackWithoutRows()
    {
        try (TestDatabase database = TestDatabase.open()) {
            database.execute(
                "insert into cop_setting (wiki, person, setting_name, setting_value) values ('w', 'p', 'n', 'v')");
            assertThat(database.query("select count(*) as n from cop_setting")).hasSize(1)
                .first().extracting(row -> ((Number) row.get("N")).intValue()).isEqualTo(1);
        }
        try (TestDatabase database = TestDatabase.open()) {
            List<Map<String, Object>> rows = database.query("select * from cop_setting");

            assertThat(rows).isEmpty();
        }
    }

    @Test
    void saysWhyADatabaseIsMissing()
    {
        assertThat(TestServer.HSQLDB.missing(null)).isEmpty();
        assertThat(TestServer.POSTGRESQL.missing(null)).get().asString().contains("COP_TEST_PG_URL");
        assertThat(TestServer.MARIADB.missing(" ")).get().asString().contains("COP_TEST_MARIADB_URL");
        assertThat(TestServer.MARIADB.missing("jdbc:mariadb://127.0.0.1/cop?user=cop")).isEmpty();
    }

    @Test
    void refusesAnotherDatabaseThanTheOneItIsAbout()
    {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> TestServer.POSTGRESQL.missing("jdbc:mariadb://127.0.0.1/cop"));
        assertThatIllegalArgumentException().isThrownBy(() -> TestServer.named("oracle")).withMessageContaining("[oracle]");
    }
}
