/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept is what the database holds: the number of rows of the ledger, in these tests. */
class ProjectionCacheTest
{
    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private TestWiki wiki;

    private Ledger ledger;

    private ProjectionCache<String, Long> kept;

    private int reads;

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
        this.ledger = this.wiki.get(Ledger.class);
        this.kept = new ProjectionCache<>(this.ledger, 100, count -> 1);
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    private long count()
    {
        return this.kept.get("rows", this::count);
    }

    private long count(Session session)
    {
        this.reads++;
        return session.createQuery("select count(*) from LedgerEntry", Long.class).getSingleResult();
    }

    private static EntryDraft knock()
    {
        return EntryDraft.of(new WikiId("xwiki"), ANNA, ActType.named("knocked"), UUID.randomUUID());
    }

    @Test
    void whatNothingChangedIsReadOnce()
    {
        count();
        assertThat(count()).isZero();
        assertThat(this.reads).isEqualTo(1);

        assertThat(this.kept.get("other", session -> 7L)).isEqualTo(7);
    }

    @Test
    void aRowOfTheLedgerIsSeenAtOnce()
    {
        count();
        this.ledger.write(tx -> tx.append(knock()));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatIsWrittenWithoutARowOfTheLedgerIsSeenAtOnce()
    {
        this.ledger.write(tx -> tx.append(knock()));
        count();
        this.ledger.write(tx -> tx.session().createQuery("delete from LedgerEntry").executeUpdate());

        assertThat(count()).isZero();
    }

    @Test
    void whatAnotherNodeWroteIsSeenAtOnce()
    {
        this.ledger.write(tx -> tx.append(knock()));
        count();
        this.wiki.database().execute("delete from cop_ledger");

        assertThat(count()).isZero();
    }

    @Test
    void whatIsReadWithinARecordIsKeptForNobody()
    {
        count();
        assertThatThrownBy(() -> this.ledger.record(tx -> {
            tx.append(knock());
            tx.applyPending();
            assertThat(this.ledger.changes()).isEmpty();
            assertThat(count()).isEqualTo(1);
            throw CopException.forbidden();
        })).isInstanceOf(CopException.class);

        assertThat(count()).isZero();
        this.ledger.write(tx -> {
            assertThat(count()).isZero();
            tx.append(knock());
            tx.applyPending();
            assertThat(count()).isEqualTo(1);
        });
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aRefusalChangesNothing()
    {
        long before = this.ledger.changes().orElseThrow();
        assertThatThrownBy(() -> this.ledger.record(tx -> {
            tx.append(knock());
            tx.applyPending();
            throw CopException.forbidden();
        })).isInstanceOf(CopException.class);
        assertThat(this.ledger.changes()).hasValue(before);

        this.ledger.write(tx -> tx.append(knock()));
        this.ledger.update(tx -> { });
        assertThat(this.ledger.changes()).hasValue(before + 2);
    }
}
