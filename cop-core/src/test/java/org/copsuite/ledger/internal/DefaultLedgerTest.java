/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.copsuite.CopException;
import org.copsuite.db.Outage;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.WriteQueue;
import org.copsuite.question.QuestionActs;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

@OnEveryDatabase
class DefaultLedgerTest
{
    private static final ActType<Void> KNOCKED = ActType.named("knocked");

    private static final ActType<String> SPOKEN = ActType.named("spoken").withDetail(DetailCodec.TEXT);

    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    protected TestWiki wiki;

    private Ledger ledger;

    private final List<String> moved = new ArrayList<>();

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
        this.wiki.with(Projection.class, "second", new RecordingProjection(2000, "second"));
        this.wiki.with(Projection.class, "first", new RecordingProjection(1000, "first"));
        this.ledger = this.wiki.get(Ledger.class);
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    @Test
    void aWriteWithoutATurnIsAnOutageAndNoFault() throws Exception
    {
        WriteQueue full = Mockito.mock(WriteQueue.class);
        Mockito.when(full.enter()).thenThrow(CopException.busy());
        Ledger waiting = this.wiki.afterItWasKilled().with(WriteQueue.class, full).get(Ledger.class);

        assertThatThrownBy(() -> waiting.write(tx -> { })).satisfies(e -> assertThat(Outage.is(e)).isTrue());
        assertThatThrownBy(() -> waiting.update(tx -> { })).satisfies(e -> assertThat(Outage.is(e)).isTrue());
    }

    @Test
    void entriesGetSequencesInOrderAndAreReadBack() throws Exception
    {
        UUID door = UUID.randomUUID();
        CommunityId community = new CommunityId(UUID.randomUUID());
        EntryDraft draft = EntryDraft.of(new WikiId("xwiki"), ANNA, SPOKEN, door, "twice")
            .in(community).benefiting(new UserId("b")).withWeight(3).at(Instant.ofEpochMilli(1234));
        record(draft);
        record(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, door).withOccurrence("again"));

        assertThat(this.ledger.head()).isEqualTo(2);
        assertThat(this.ledger.after(0, 10)).extracting(LedgerEntry::getSequence).containsExactly(1L, 2L);
        assertThat(this.ledger.after(1, 10)).extracting(LedgerEntry::getSequence).containsExactly(2L);
        assertThat(this.ledger.after(0, 1)).hasSize(1);
        assertThat(this.ledger.about(new WikiId("xwiki"), door)).hasSize(2);
        assertThat(this.ledger.about(new WikiId("other"), door)).isEmpty();
        LedgerEntry row = this.ledger.byIdempotencyKey(new WikiId("xwiki"), draft.idempotencyKey()).orElseThrow();
        assertThat(row.getActor()).isEqualTo(ANNA);
        assertThat(row.getActName()).isEqualTo("spoken");
        assertThat(row.is(KNOCKED)).isFalse();
        assertThat(row.getCommunity()).isEqualTo(community);
        assertThat(row.getBeneficiary()).isEqualTo(new UserId("b"));
        assertThat(row.getWeight()).isEqualTo(3);
        assertThat(row.detail(SPOKEN)).isEqualTo("twice");
        assertThatThrownBy(() -> row.detail(KNOCKED)).isInstanceOf(IllegalArgumentException.class);
        assertThat(row.getAt()).isEqualTo(Instant.ofEpochMilli(1234));
    }

    @Test
    void anIdempotencyKeyIsWrittenOnceInEachWiki() throws Exception
    {
        EntryDraft draft = EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, UUID.randomUUID());
        record(draft, draft);
        record(draft);
        assertThat(this.ledger.head()).isEqualTo(1);
        record(new EntryDraft(new WikiId("sub"), draft.at(), ANNA, KNOCKED, draft.subject(), null, null, 1,
            draft.idempotencyKey(), null, null));
        assertThat(this.ledger.head()).isEqualTo(2);
    }

    @Test
    void theHeadIsTheLastEntryHoweverManyATransactionAppends() throws Exception
    {
        UUID door = UUID.randomUUID();
        List<Integer> numbers = List.of(1, 0, 3, 1, 0, 2);
        for (int number : numbers) {
            long before = this.ledger.head();
            this.ledger.update(tx -> {
                assertThat(this.ledger.head()).as("within a write").isEqualTo(before);
                for (int i = 0; i < number; i++) {
                    tx.append(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, door).withOccurrence("" + before + i));
                    tx.applyPending();
                }
                assertThat(this.ledger.head()).as("within a write").isEqualTo(before + number);
            });
            assertThat(this.ledger.head()).isEqualTo(before + number);
        }
        assertThat(this.ledger.after(0, 10)).extracting(LedgerEntry::getSequence)
            .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void projectionsAreUpdatedInTheirOrderAndGetTheReversedEntry() throws Exception
    {
        UUID door = UUID.randomUUID();
        record(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, door));
        LedgerEntry row = this.ledger.about(new WikiId("xwiki"), door).get(0);
        record(EntryDraft.reversing(row, ANNA, Instant.now()));
        assertThat(this.moved).containsExactly("first 1 knocked null", "second 1 knocked null", "first 2 undone 1",
            "second 2 undone 1");
        assertThat(this.ledger.after(1, 1).get(0).getWeight()).isEqualTo(-1);
    }

    @Test
    void aSecondReversalChangesNothing() throws Exception
    {
        UUID door = UUID.randomUUID();
        record(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, door));
        LedgerEntry row = this.ledger.about(new WikiId("xwiki"), door).get(0);
        record(EntryDraft.reversing(row, ANNA, Instant.now()));
        record(EntryDraft.reversing(row, new UserId("b"), Instant.now()));
        assertThat(this.ledger.head()).isEqualTo(2);
    }

    @Test
    void anActThatCannotBeReversedIsNot() throws Exception
    {
        UUID question = UUID.randomUUID();
        record(EntryDraft.of(new WikiId("xwiki"), ANNA, QuestionActs.ASKED, question));
        LedgerEntry asked = this.ledger.about(new WikiId("xwiki"), question).get(0);
        assertThatThrownBy(() -> record(EntryDraft.reversing(asked, ANNA, Instant.now())))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("asked");
        assertThat(this.ledger.head()).isEqualTo(1);
    }

    @Test
    void undoingWhatStandsNowhereIsRefusedWhole()
    {
        EntryDraft undoing = new EntryDraft(new WikiId("xwiki"), Instant.now(), ANNA, ActType.REVERSED,
            UUID.randomUUID(), null, null, 1, "undo/77", 77L,
            null);
        assertThatThrownBy(() -> record(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, UUID.randomUUID()), undoing))
            .isInstanceOf(IllegalArgumentException.class);
        assertThat(this.ledger.head()).isZero();
    }

    @Test
    void aRefusalLeavesNothing()
    {
        assertThatThrownBy(() -> this.ledger.record(tx -> {
            tx.append(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, UUID.randomUUID()));
            tx.applyPending();
            throw CopException.forbidden();
        })).isInstanceOf(CopException.class);
        assertThat(this.ledger.head()).isZero();
        assertThat(this.ledger.after(0, 10)).isEmpty();
    }

    @Test
    void workThatMeetsAnotherIsRunAgain() throws Exception
    {
        AtomicInteger runs = new AtomicInteger();
        int result = this.ledger.record(tx -> {
            tx.append(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, UUID.randomUUID()));
            tx.applyPending();
            if (runs.incrementAndGet() < 3) {
                // A second head, as two nodes without a common lock would write it.
                tx.session().createNativeQuery("insert into cop_ledger_head (id, place) values (1, 1)")
                    .executeUpdate();
            }
            return runs.get();
        });
        assertThat(result).isEqualTo(3);
        assertThat(this.ledger.head()).isEqualTo(1);
    }

    @Test
    void aRecordWithinARecordIsAMistake()
    {
        assertThatThrownBy(() -> this.ledger.record(r -> this.ledger.record(s -> null)))
            .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsReadWithinARecordIsReadInItsTransaction() throws Exception
    {
        long head = this.ledger.record(tx -> {
            tx.append(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, UUID.randomUUID()));
            tx.applyPending();
            return (long) this.ledger.after(0, 10).size();
        });
        assertThat(head).isEqualTo(1);
    }

    /** The reason for the head: ids handed out before the commit would let a consumer jump over the row that is late. */
    @Test
    void aRowThatCommitsLateIsNotJumpedOver() throws Exception
    {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> late = thread.submit(() -> this.ledger.record(tx -> {
                tx.append(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, new UUID(0, 1)));
                appended.countDown();
                await(go);
                return null;
            }));
            await(appended);
            record(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, new UUID(0, 2)));
            List<LedgerEntry> seen = new ArrayList<>(this.ledger.after(0, 10));
            assertThat(seen).extracting(LedgerEntry::getSubject).containsExactly(new UUID(0, 2));
            go.countDown();
            late.get(30, TimeUnit.SECONDS);
            seen.addAll(this.ledger.after(seen.get(0).getSequence(), 10));
            assertThat(seen).extracting(LedgerEntry::getSubject).containsExactly(new UUID(0, 2), new UUID(0, 1));
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void whoHoldsTheHeadKeepsOthersWaiting() throws Exception
    {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = threads.submit(() -> this.ledger.decide(tx -> {
                held.countDown();
                await(go);
                tx.append(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, new UUID(0, 1)));
                return null;
            }));
            await(held);
            Future<List<LedgerEntry>> second = threads.submit(() -> this.ledger.decide(tx -> {
                return this.ledger.after(0, 10);
            }));
            assertThat(this.ledger.after(0, 10)).isEmpty();
            go.countDown();
            first.get(30, TimeUnit.SECONDS);
            assertThat(second.get(30, TimeUnit.SECONDS)).extracting(LedgerEntry::getSubject)
                .containsExactly(new UUID(0, 1));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void manyWritersLoseNothingAndLeaveNoGap() throws Exception
    {
        UUID same = UUID.randomUUID();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                work.add(() -> {
                    record(EntryDraft.of(new WikiId("xwiki"), ANNA, KNOCKED, UUID.randomUUID()),
                        EntryDraft.of(new WikiId("xwiki"), ANNA,
                        KNOCKED, same));
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        List<LedgerEntry> rows = this.ledger.after(0, 1000);
        assertThat(rows).hasSize(81);
        assertThat(rows.get(80).getSequence()).isEqualTo(81);
        assertThat(this.ledger.head()).isEqualTo(81);
    }

    private void record(EntryDraft... drafts) throws CopException
    {
        this.ledger.record(tx -> {
            List.of(drafts).forEach(tx::append);
            return null;
        });
    }

    private static void await(CountDownLatch latch)
    {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Waited in vain.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class RecordingProjection implements Projection
    {
        private final int order;

        private final String name;

        RecordingProjection(int order, String name)
        {
            this.order = order;
            this.name = name;
        }

        @Override
        public int order()
        {
            return this.order;
        }

        @Override
        public synchronized void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
        {
            DefaultLedgerTest.this.moved.add(this.name + ' ' + entry.getSequence() + ' ' + entry.getActName() + ' '
                + (reversed == null ? null : reversed.getSequence()));
        }

        @Override
        public List<String> keys(Session session, WikiId wiki, String after, int limit)
        {
            return List.of();
        }

        @Override
        public void rebuild(Session session, WikiId wiki, String key)
        {
            throw new UnsupportedOperationException();
        }
    }
}
