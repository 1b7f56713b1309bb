/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;

import org.copsuite.CopException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest
{
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53100", "53300", "40001"})
    void knowsStatesOfAnOutage(String state)
    {
        assertThat(Outage.is(new IllegalStateException(new GenericJDBCException("x", new SQLException("x", state)))))
            .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22001", "57", ""})
    void anyOtherStateIsAFault(String state)
    {
        assertThat(Outage.is(new SQLException("x", state))).isFalse();
    }

    @Test
    void aPoolThatGivesNoConnectionIsOne()
    {
        assertThat(Outage.is(new IllegalStateException(new SQLTransientConnectionException("timed out")))).isTrue();
    }

    @Test
    void aWriteWithoutATurnIsOne()
    {
        assertThat(Outage.is(new IllegalStateException(CopException.busy()))).isTrue();
        assertThat(Outage.is(new IllegalStateException(CopException.forbidden()))).isFalse();
    }

    @Test
    void onlyFaultsAreLoggedWithTheirTrace()
    {
        Exception fault = new IllegalStateException("x");
        assertThat(Outage.traceOf(fault)).isSameAs(fault);
        assertThat(Outage.traceOf(new SQLException("gone", "08006"))).isNull();
    }

    @Test
    void readsWhatABatchSaysNext()
    {
        BatchUpdateException batch = new BatchUpdateException();
        batch.setNextException(new SQLException("gone", "08006"));

        assertThat(Outage.is(batch)).isTrue();
    }

    @Test
    void faultsAreNone()
    {
        assertThat(Outage.is(null)).isFalse();
        assertThat(Outage.is(new IllegalStateException("x", new NullPointerException()))).isFalse();
        assertThat(Outage.is(new SQLIntegrityConstraintViolationException("x", "23505"))).isFalse();
    }
}
