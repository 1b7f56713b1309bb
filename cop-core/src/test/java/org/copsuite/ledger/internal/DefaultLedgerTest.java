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
import org.copsuite.ledger.Act;
import org.copsuite.ledger.Deed;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.LedgerView;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DefaultLedgerTest
{
    private static final Act KNOCKED = new Act("knocked");

    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    protected TestWiki wiki;

    private Ledger ledger;

    private final List<String> moved = new ArrayList<>();

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
        this.wiki.with(LedgerView.class, "second", new View(2000, "second"));
        this.wiki.with(LedgerView.class, "first", new View(1000, "first"));
        this.ledger = this.wiki.get(Ledger.class);
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    @Test
    void rowsGetPlacesInOrderAndAreReadBack() throws Exception
    {
        UUID door = UUID.randomUUID();
        UUID community = UUID.randomUUID();
        Deed deed = Deed.of("xwiki", ANNA, KNOCKED, door).in(community).benefiting(new UserId("b")).weighing(3)
            .saying("twice").at(Instant.ofEpochMilli(1234));
        record(deed);
        record(Deed.of("xwiki", ANNA, KNOCKED, door).occurrence("again"));

        assertThat(this.ledger.head()).isEqualTo(2);
        assertThat(this.ledger.after(0, 10)).extracting(LedgerEntry::getPlace).containsExactly(1L, 2L);
        assertThat(this.ledger.after(1, 10)).extracting(LedgerEntry::getPlace).containsExactly(2L);
        assertThat(this.ledger.after(0, 1)).hasSize(1);
        assertThat(this.ledger.about("xwiki", door)).hasSize(2);
        assertThat(this.ledger.about("other", door)).isEmpty();
        LedgerEntry row = this.ledger.byOrigin("xwiki", deed.origin()).orElseThrow();
        assertThat(row.getActor()).isEqualTo(ANNA);
        assertThat(row.getAct()).isEqualTo(KNOCKED);
        assertThat(row.getCommunity()).isEqualTo(community);
        assertThat(row.getBeneficiary()).isEqualTo(new UserId("b"));
        assertThat(row.getWeight()).isEqualTo(3);
        assertThat(row.getDetail()).isEqualTo("twice");
        assertThat(row.getAt()).isEqualTo(Instant.ofEpochMilli(1234));
    }

    @Test
    void theSameOriginIsWrittenOnceInEachWiki() throws Exception
    {
        Deed deed = Deed.of("xwiki", ANNA, KNOCKED, UUID.randomUUID());
        record(deed, deed);
        record(deed);
        assertThat(this.ledger.head()).isEqualTo(1);
        record(new Deed("sub", deed.at(), ANNA, KNOCKED, deed.subject(), null, null, 1, deed.origin(), null, null));
        assertThat(this.ledger.head()).isEqualTo(2);
    }

    @Test
    void viewsMoveInTheirOrderAndSeeWhatIsUndone() throws Exception
    {
        UUID door = UUID.randomUUID();
        record(Deed.of("xwiki", ANNA, KNOCKED, door));
        LedgerEntry row = this.ledger.about("xwiki", door).get(0);
        record(Deed.undoing(row, ANNA, Instant.now()));
        assertThat(this.moved).containsExactly("first 1 knocked null", "second 1 knocked null", "first 2 undone 1",
            "second 2 undone 1");
        assertThat(this.ledger.after(1, 1).get(0).getWeight()).isEqualTo(-1);
    }

    @Test
    void undoingTwiceIsPassedOver() throws Exception
    {
        UUID door = UUID.randomUUID();
        record(Deed.of("xwiki", ANNA, KNOCKED, door));
        LedgerEntry row = this.ledger.about("xwiki", door).get(0);
        record(Deed.undoing(row, ANNA, Instant.now()));
        record(Deed.undoing(row, new UserId("b"), Instant.now()));
        assertThat(this.ledger.head()).isEqualTo(2);
    }

    @Test
    void undoingWhatStandsNowhereIsRefusedWhole()
    {
        Deed undoing = new Deed("xwiki", Instant.now(), ANNA, Act.UNDONE, UUID.randomUUID(), null, null, 1, "undo/77", 77L,
            null);
        assertThatThrownBy(() -> record(Deed.of("xwiki", ANNA, KNOCKED, UUID.randomUUID()), undoing))
            .isInstanceOf(IllegalArgumentException.class);
        assertThat(this.ledger.head()).isZero();
    }

    @Test
    void aRefusalLeavesNothing()
    {
        assertThatThrownBy(() -> this.ledger.record(recording -> {
            recording.append(Deed.of("xwiki", ANNA, KNOCKED, UUID.randomUUID()));
            recording.flush();
            throw CopException.forbidden();
        })).isInstanceOf(CopException.class);
        assertThat(this.ledger.head()).isZero();
        assertThat(this.ledger.after(0, 10)).isEmpty();
    }

    @Test
    void workThatMeetsAnotherIsRunAgain() throws Exception
    {
        AtomicInteger runs = new AtomicInteger();
        int result = this.ledger.record(recording -> {
            recording.append(Deed.of("xwiki", ANNA, KNOCKED, UUID.randomUUID()));
            recording.flush();
            if (runs.incrementAndGet() < 3) {
                // A second row at a place that is taken, as two nodes without a common lock would write it.
                recording.session().createNativeQuery("insert into cop_ledger_head (id, place) values (1, 1)")
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
        long head = this.ledger.record(recording -> {
            recording.append(Deed.of("xwiki", ANNA, KNOCKED, UUID.randomUUID()));
            recording.flush();
            return (long) this.ledger.after(0, 10).size();
        });
        assertThat(head).isEqualTo(1);
    }

    /** The reason for the head: ids handed out before the commit would let a follower jump over the row that is late. */
    @Test
    void aRowThatCommitsLateIsNotJumpedOver() throws Exception
    {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> late = thread.submit(() -> this.ledger.record(recording -> {
                recording.append(Deed.of("xwiki", ANNA, KNOCKED, new UUID(0, 1)));
                appended.countDown();
                await(go);
                return null;
            }));
            await(appended);
            record(Deed.of("xwiki", ANNA, KNOCKED, new UUID(0, 2)));
            List<LedgerEntry> seen = new ArrayList<>(this.ledger.after(0, 10));
            assertThat(seen).extracting(LedgerEntry::getSubject).containsExactly(new UUID(0, 2));
            go.countDown();
            late.get(30, TimeUnit.SECONDS);
            seen.addAll(this.ledger.after(seen.get(0).getPlace(), 10));
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
            Future<?> first = threads.submit(() -> this.ledger.record(recording -> {
                recording.flush();
                held.countDown();
                await(go);
                recording.append(Deed.of("xwiki", ANNA, KNOCKED, new UUID(0, 1)));
                return null;
            }));
            await(held);
            Future<List<LedgerEntry>> second = threads.submit(() -> this.ledger.record(recording -> {
                recording.flush();
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
                    record(Deed.of("xwiki", ANNA, KNOCKED, UUID.randomUUID()), Deed.of("xwiki", ANNA, KNOCKED, same));
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
        assertThat(rows.get(80).getPlace()).isEqualTo(81);
        assertThat(this.ledger.head()).isEqualTo(81);
    }

    private void record(Deed... deeds) throws CopException
    {
        this.ledger.record(recording -> {
            List.of(deeds).forEach(recording::append);
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

    private final class View implements LedgerView
    {
        private final int order;

        private final String name;

        View(int order, String name)
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
        public synchronized void apply(Session session, LedgerEntry entry, LedgerEntry undone)
        {
            DefaultLedgerTest.this.moved.add(this.name + ' ' + entry.getPlace() + ' ' + entry.getAct() + ' '
                + (undone == null ? null : undone.getPlace()));
        }

        @Override
        public List<String> keys(Session session, String wiki, String after, int limit)
        {
            return List.of();
        }

        @Override
        public void rebuild(Session session, String wiki, String key)
        {
            throw new UnsupportedOperationException();
        }
    }
}
