/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.copsuite.db.ConnectionGuard;
import org.copsuite.ledger.Ledger;
import org.copsuite.test.TestWiki;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread holds one connection at most. */
class OneConnectionTest
{
    private final TestWiki wiki = new TestWiki();

    private Ledger ledger;

    @BeforeEach
    void start()
    {
        this.ledger = this.wiki.get(Ledger.class);
        ConnectionGuard.peak();
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    @Test
    void readsWithinARecordRunOnItsConnection()
    {
        this.ledger.update(tx -> {
            assertThat(this.ledger.head()).isZero();
            assertThat(ConnectionGuard.held()).isOne();
        });
        assertThat(ConnectionGuard.held()).isZero();
        assertThat(ConnectionGuard.peak()).isOne();
    }

    @Test
    void aSecondConnectionIsRefused()
    {
        long before = ConnectionGuard.seconds();
        this.ledger.read(session -> {
            session.createQuery("select sequence from LedgerHead", Long.class).getResultList();
            try (Session second = this.wiki.database().sessions().openSession()) {
                assertThatThrownBy(() -> second.createQuery("select sequence from LedgerHead",
                    Long.class).getResultList())
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("another one");
            }
            return null;
        });
        assertThat(ConnectionGuard.seconds()).isEqualTo(before + 1);
        assertThat(ConnectionGuard.held()).isZero();
    }

    @Test
    void aFailedRecordGivesItsConnectionBack()
    {
        assertThatThrownBy(() -> this.ledger.update(tx -> {
            throw new IllegalArgumentException("refused");
        })).hasMessage("refused");
        assertThat(ConnectionGuard.held()).isZero();
        assertThat(this.ledger.head()).isZero();
    }
}
