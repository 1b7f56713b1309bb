/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;

import org.copsuite.ledger.Schema;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** The contract of {@link Database}, tested on every binding. */
public abstract class DatabaseContract
{
    /** @return the binding under test */
    protected abstract Database database();

    @Test
    void givesOneSessionFactory()
    {
        SessionFactory sessions = database().sessions();
        assertThat(sessions.isOpen()).isTrue();
        assertThat(database().sessions()).isSameAs(sessions);
    }

    @Test
    void hasATableForEveryEntity()
    {
        assertThat(Schema.entities()).isNotEmpty();
        try (Session session = database().sessions().openSession()) {
            for (Class<?> entity : Schema.entities()) {
                // Fails if the changelog lacks a column of the entity.
                assertThat(session.createQuery("from " + entity.getName(), entity).setMaxResults(1).list())
                    .as(entity.getName()).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void readsWhatOthersHaveCommittedMeanwhile()
    {
        try (Session session = database().sessions().openSession()) {
            assertThat(session.doReturningWork(Connection::getTransactionIsolation).intValue())
                .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    void countsStatements()
    {
        long before = database().sessions().getStatistics().getPrepareStatementCount();
        try (Session session = database().sessions().openSession()) {
            session.createQuery("from " + Schema.entities().get(0).getName()).setMaxResults(1).list();
        }
        assertThat(database().sessions().getStatistics().getPrepareStatementCount()).isGreaterThan(before);
    }
}
