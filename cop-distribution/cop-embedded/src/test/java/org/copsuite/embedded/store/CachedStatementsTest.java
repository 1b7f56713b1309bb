/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is prepared once and used again, and what of the use before is left then: nothing. */
class CachedStatementsTest
{
    private static final String URL = "jdbc:watched:";

    private static final String QUERY = "select 1";

    private final List<PreparedStatement> prepared = new ArrayList<>();

    private Driver driver;

    private Connection database;

    private Connection connection;

    @BeforeEach
    void watch() throws SQLException
    {
        this.database = mock(Connection.class);
        when(this.database.prepareStatement(anyString())).thenAnswer(call -> {
            PreparedStatement statement = mock(PreparedStatement.class);
            this.prepared.add(statement);
            return statement;
        });
        this.driver = mock(Driver.class);
        when(this.driver.connect(any(), any())).thenAnswer(call -> URL.equals(call.getArgument(0)) ? this.database : null);
        DriverManager.registerDriver(this.driver);
        this.connection = new CachedStatements(URL, "SA", "", null).getConnection();
    }

    @AfterEach
    void forget() throws SQLException
    {
        DriverManager.deregisterDriver(this.driver);
    }

    private void use(String text) throws SQLException
    {
        try (PreparedStatement statement = this.connection.prepareStatement(text)) {
            statement.execute();
        }
    }

    @Test
    void aTextIsPreparedOnce() throws SQLException
    {
        use(QUERY);
        use(QUERY);
        use("select 2");

        assertThat(this.prepared).hasSize(2);
        verify(this.prepared.get(0), times(2)).execute();
        verify(this.prepared.get(0), never()).close();
    }

    @Test
    void nothingOfTheUseBeforeIsLeft() throws SQLException
    {
        ResultSet rows = mock(ResultSet.class);
        PreparedStatement first = this.connection.prepareStatement(QUERY);
        when(this.prepared.get(0).executeQuery()).thenReturn(rows);
        first.setMaxRows(7);
        first.executeQuery();
        first.close();

        verify(rows).close();
        verify(this.prepared.get(0)).clearParameters();
        verify(this.prepared.get(0)).clearBatch();
        verify(this.prepared.get(0)).setMaxRows(0);
        verify(this.prepared.get(0)).setFetchSize(0);
        PreparedStatement second = this.connection.prepareStatement(QUERY);
        assertThat(second.isClosed()).isFalse();
        assertThat(first.isClosed()).isTrue();
        assertThatThrownBy(first::execute).isInstanceOf(SQLException.class).hasMessageContaining("closed");
    }

    @Test
    void closingTwiceGivesItBackOnce() throws SQLException
    {
        PreparedStatement statement = this.connection.prepareStatement(QUERY);
        statement.close();
        PreparedStatement user = this.connection.prepareStatement(QUERY);
        statement.close();

        // Nobody else gets what that one uses.
        PreparedStatement other = this.connection.prepareStatement(QUERY);
        user.execute();
        verify(this.prepared.get(0)).execute();
        other.execute();
        assertThat(this.prepared).hasSize(2);
        verify(this.prepared.get(1)).execute();
    }

    @Test
    void twoAtOnceAreTwoAndOneOfThemStays() throws SQLException
    {
        PreparedStatement one = this.connection.prepareStatement(QUERY);
        PreparedStatement two = this.connection.prepareStatement(QUERY);
        one.close();
        two.close();

        assertThat(this.prepared).hasSize(2);
        verify(this.prepared.get(0)).close();
        verify(this.prepared.get(1), never()).close();
    }

    @Test
    void whatFailedIsNotKept() throws SQLException
    {
        PreparedStatement statement = this.connection.prepareStatement(QUERY);
        when(this.prepared.get(0).executeUpdate()).thenThrow(new SQLException("refused", "23505"));
        assertThatThrownBy(statement::executeUpdate).isInstanceOf(SQLException.class).hasMessage("refused");
        statement.close();
        use(QUERY);

        verify(this.prepared.get(0)).close();
        assertThat(this.prepared).hasSize(2);
    }

    @Test
    void whatWasNotUsedForLongIsClosed() throws SQLException
    {
        use(QUERY);
        for (int i = 0; i < 255; i++) {
            use("select 'a' + " + i);
        }
        use(QUERY);
        use("select 'one too many'");

        verify(this.prepared.get(0), never()).close();
        verify(this.prepared.get(1)).close();
        verify(this.prepared.get(2), never()).close();
    }

    @Test
    void theConnectionIsClosedWithAllOfThem() throws SQLException
    {
        use(QUERY);
        this.connection.close();

        verify(this.database).close();
    }

    @Test
    void aRealDatabaseSeesEachUseAnew() throws SQLException
    {
        CachedStatements statements = new CachedStatements("jdbc:hsqldb:mem:" + UUID.randomUUID(), "SA", "", null);
        try (Connection real = statements.getConnection()) {
            real.createStatement().execute("create table t (a int, b varchar(20))");
            for (int i = 0; i < 3; i++) {
                try (PreparedStatement insert = real.prepareStatement("insert into t values (?, ?)")) {
                    insert.setInt(1, i);
                    insert.setString(2, "text " + i);
                    insert.executeUpdate();
                }
            }
            real.createStatement().execute("alter table t add column c int default 9");
            for (int i = 0; i < 3; i++) {
                try (PreparedStatement query = real.prepareStatement("select * from t where a = ?")) {
                    query.setInt(1, i);
                    ResultSet row = query.executeQuery();
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(2)).isEqualTo("text " + i);
                    assertThat(row.getInt(3)).isEqualTo(9);
                }
            }
            try (PreparedStatement query = real.prepareStatement("select * from t where a = ?")) {
                assertThatThrownBy(query::executeQuery).as("the parameter of the use before").isInstanceOf(SQLException.class);
            }
        }
    }
}
