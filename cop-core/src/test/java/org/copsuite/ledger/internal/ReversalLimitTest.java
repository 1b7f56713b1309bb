/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person cannot add entries about one subject without end by doing something and taking it back. */
class ReversalLimitTest
{
    private static final WikiId WIKI = new WikiId("xwiki");

    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static final UserId BERT = new UserId("xwiki:XWiki.bert");

    private static final ActType<Void> KNOCKED = ActType.named("knocked");

    private final UUID subject = UUID.randomUUID();

    private TestWiki wiki;

    private Ledger ledger;

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
        this.ledger = this.wiki.get(Ledger.class);
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    private LedgerEntry knock(UserId who, UUID about) throws CopException
    {
        String key = UUID.randomUUID().toString();
        EntryDraft draft = EntryDraft.of(WIKI, who, KNOCKED, about).withOccurrence(key);
        this.ledger.record(tx -> {
            tx.append(draft);
            return null;
        });
        return this.ledger.byIdempotencyKey(WIKI, draft.idempotencyKey()).orElseThrow();
    }

    private void toggle(UserId who, UUID about) throws CopException
    {
        EntryDraft reversal = EntryDraft.reversing(knock(who, about), who, Instant.now());
        this.ledger.record(tx -> {
            tx.append(reversal);
            return null;
        });
    }

    @Test
    void onePersonTakesBackABoundedNumberOfTimes() throws Exception
    {
        for (int i = 0; i < ReversalLimit.MOST; i++) {
            toggle(ANNA, this.subject);
        }
        assertThatThrownBy(() -> toggle(ANNA, this.subject)).isInstanceOfSatisfying(CopException.class,
            e -> assertThat(e.getKind()).isEqualTo(Kind.CONFLICT));
        // Others, and that person elsewhere, are free.
        toggle(BERT, this.subject);
        toggle(ANNA, UUID.randomUUID());
        assertThat(this.ledger.about(WIKI, this.subject)).hasSize(2 * ReversalLimit.MOST + 1 + 2);
    }

    @Test
    void itEndsAfterAnHour() throws Exception
    {
        AtomicLong now = new AtomicLong();
        ReversalLimit limit = new ReversalLimit(now::get);
        List<EntryDraft> one = List.of(EntryDraft.of(WIKI, ANNA, KNOCKED, this.subject));
        for (int i = 0; i < ReversalLimit.MOST; i++) {
            limit.check(one);
            limit.count(one);
        }
        assertThatThrownBy(() -> limit.check(one)).isInstanceOf(CopException.class);
        now.addAndGet(ReversalLimit.TIME.toNanos() + 1);
        limit.check(one);
    }
}
