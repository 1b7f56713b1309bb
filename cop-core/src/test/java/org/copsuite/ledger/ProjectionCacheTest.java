/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.copsuite.CopException;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    /** Otherwise one costly page of one person would hold up the pages of others. */
    @Test
    @Timeout(60)
    void whoReadsSlowlyHoldsUpNobodyWhoReadsSomethingElse() throws Exception
    {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread slow = new Thread(() -> this.kept.get("slow", session -> {
            begun.countDown();
            await(end);
            return 1L;
        }));
        slow.start();
        await(begun);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Long>> others = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                String key = "other" + i;
                others.add(threads.submit(() -> this.kept.get(key, session -> 2L)));
            }
            for (Future<Long> other : others) {
                assertThat(other.get(20, TimeUnit.SECONDS)).isEqualTo(2);
            }
        } finally {
            end.countDown();
            threads.shutdownNow();
            slow.join();
        }
    }

    @Test
    @Timeout(60)
    void whoAsksForWhatIsBeingReadGetsThat() throws Exception
    {
        count();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Long> first = threads.submit(() -> this.kept.get("shared", session -> {
                begun.countDown();
                await(end);
                return 1L;
            }));
            await(begun);
            Future<Long> second = threads.submit(() -> this.kept.get("shared", session -> 2L));
            assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            end.countDown();
            assertThat(first.get()).isEqualTo(1);
            assertThat(second.get()).isEqualTo(1);
        } finally {
            end.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void aFailureIsKeptForNobody()
    {
        assertThatThrownBy(() -> this.kept.get("fails", session -> {
            throw new IllegalStateException("No connection");
        })).hasMessage("No connection");
        assertThat(this.kept.get("fails", session -> 3L)).isEqualTo(3);
    }

    private static void await(CountDownLatch latch)
    {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
    void ofSeveralKeysOnlyThoseAreReadThatAreNotKnown()
    {
        List<Set<String>> read = new ArrayList<>();
        BiFunction<Session, Set<String>, Map<String, Long>> lengths = (session, keys) -> {
            read.add(Set.copyOf(keys));
            return keys.stream().filter(key -> !key.isEmpty()).collect(Collectors.toMap(key -> key, key -> (long) key.length()));
        };

        assertThat(this.kept.getAll(List.of("a", "bb"), lengths)).isEqualTo(Map.of("a", 1L, "bb", 2L));
        assertThat(this.kept.getAll(List.of("ccc", "bb", ""), lengths)).isEqualTo(Map.of("ccc", 3L, "bb", 2L));
        this.ledger.write(tx -> tx.append(knock()));
        assertThat(this.kept.getAll(List.of("a"), lengths)).isEqualTo(Map.of("a", 1L));
        assertThat(read).containsExactly(Set.of("a", "bb"), Set.of("ccc", ""), Set.of("a"));
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
