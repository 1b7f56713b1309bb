/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.ledger.LedgerEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;

import ch.qos.logback.classic.Level;

/** A consumer ends when it is told to, and in its own time. */
class ConsumerThreadTest
{
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    private final LogCaptureExtension logs = new LogCaptureExtension(LogLevel.INFO);

    private final CommitSignal bell = new CommitSignal();

    private final Ledger ledger = mock(Ledger.class);

    private final LedgerConsumer consumer = mock(LedgerConsumer.class);

    @Test
    @Timeout(30)
    void whatItWritesIsNotInterrupted() throws Exception
    {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        when(this.consumer.name()).thenReturn("slow");
        when(this.consumer.checkpoint()).thenAnswer(call -> {
            writing.countDown();
            written.await();
            return 7L;
        });
        ConsumerThread run = new ConsumerThread(this.consumer, this.ledger, this.bell);
        run.start();
        writing.await();

        Thread stopping = new Thread(run::stop);
        stopping.start();
        Awaitility.await().atMost(PATIENCE).until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        written.countDown();
        stopping.join();

        assertThat(run.checkpoint()).as("came to the end of what it did").isEqualTo(7);
    }

    @Test
    @Timeout(30)
    void whoWaitsForRowsOrAfterAFailureEndsAtOnce() throws Exception
    {
        CountDownLatch waiting = new CountDownLatch(2);
        when(this.consumer.name()).thenReturn("idle");
        when(this.ledger.after(anyLong(), anyInt())).thenAnswer(call -> {
            waiting.countDown();
            return List.of();
        });
        LedgerConsumer failing = mock(LedgerConsumer.class);
        when(failing.name()).thenReturn("failing");
        when(failing.checkpoint()).thenAnswer(call -> {
            waiting.countDown();
            throw new IllegalStateException("It cannot.");
        });
        ConsumerThread idle = new ConsumerThread(this.consumer, this.ledger, this.bell);
        ConsumerThread failed = new ConsumerThread(failing, this.ledger, this.bell);
        idle.start();
        failed.start();
        waiting.await();

        long before = System.nanoTime();
        idle.stop();
        failed.stop();

        assertThat(System.nanoTime() - before).as("nobody had to be given up").isLessThan(TimeUnit.SECONDS.toNanos(10));
    }

    @Test
    @Timeout(60)
    void aRowThatCannotBeTakenBlocksNoOther() throws Exception
    {
        Fussy fussy = new Fussy(7L, 311L);
        ConsumerThread run = follow(fussy, 400);

        assertThat(run.await(400, TimeUnit.SECONDS.toNanos(50))).isTrue();
        run.stop();

        assertThat(fussy.taken).hasSize(398).doesNotContain(7L, 311L).isSorted();
        assertThat(run.status(400).skipped()).isEqualTo(2);
        assertThat(run.status(400).failing()).isFalse();
        assertThat(fussy.tries).as("each was tried often, alone").allSatisfy(
            (sequence, tries) -> assertThat(tries).isBetween(8, 40)).hasSize(2);
        assertThat(fussy.settled).isTrue();
        assertThat(IntStream.range(0, this.logs.size()).mapToObj(this.logs::getLogEvent)
            .filter(line -> line.getLevel() == Level.ERROR)).hasSize(2)
                .allSatisfy(line -> assertThat(line.getFormattedMessage()).contains("skips the entry", "knocked"));
    }

    @Test
    @Timeout(60)
    void whileTheStoreIsAwayNoRowIsPassedOver() throws Exception
    {
        Fussy fussy = new Fussy();
        fussy.away = true;
        ConsumerThread run = follow(fussy, 3);
        Awaitility.await().atMost(PATIENCE).until(() -> fussy.asked > 3 * LedgerConsumers.TRIES);

        LedgerConsumers.Status status = run.status(3);
        assertThat(status.failing()).isTrue();
        assertThat(status.failures()).isGreaterThan(2 * LedgerConsumers.TRIES);
        assertThat(status.lastError()).isEqualTo("java.io.IOException");
        assertThat(status.skipped()).isZero();

        fussy.away = false;
        assertThat(run.await(3, TimeUnit.SECONDS.toNanos(50))).isTrue();
        run.stop();
        assertThat(fussy.taken).containsExactly(1L, 2L, 3L);
        assertThat(this.logs.size()).as("one line for all of it, and one that it goes on").isEqualTo(2);
    }

    @Test
    @Timeout(60)
    void anErrorEndsItNot() throws Exception
    {
        Fussy fussy = new Fussy();
        // Not ready for anything, so that the row is not passed over before it is seen to fail.
        fussy.away = true;
        fussy.error = new NoClassDefFoundError("half an upgrade");
        ConsumerThread run = follow(fussy, 1);
        Awaitility.await().atMost(PATIENCE).until(() -> run.status(1).failures() > 2);
        fussy.error = null;
        fussy.away = false;
        assertThat(run.await(1, TimeUnit.SECONDS.toNanos(50))).isTrue();
        run.stop();
        assertThat(this.logs.size()).isEqualTo(2);
    }

    @Test
    @Timeout(60)
    void whatWasLostIsTakenAgain() throws Exception
    {
        Fussy fussy = new Fussy();
        ConsumerThread run = follow(fussy, 5);
        assertThat(run.await(5, TimeUnit.SECONDS.toNanos(50))).isTrue();
        fussy.taken.clear();
        fussy.position = 0;

        run.reloadCheckpoint();

        Awaitility.await().atMost(PATIENCE).until(() -> fussy.taken.size() == 5);
        run.stop();
        assertThat(fussy.taken).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @AfterEach
    void ignoreTheRest()
    {
        this.logs.ignoreAllMessages();
    }

    private ConsumerThread follow(Fussy fussy, int rows)
    {
        when(this.ledger.after(anyLong(), anyInt())).thenAnswer(call -> LongStream
            .rangeClosed(call.<Long>getArgument(0) + 1, rows).limit(call.<Integer>getArgument(1))
            .mapToObj(ConsumerThreadTest::entry).toList());
        ConsumerThread run = new ConsumerThread(fussy, this.ledger, this.bell, 2, 20);
        run.start();
        return run;
    }

    private static LedgerEntry entry(long sequence)
    {
        LedgerEntry entry = mock(LedgerEntry.class);
        when(entry.getSequence()).thenReturn(sequence);
        when(entry.getActName()).thenReturn("knocked");
        return entry;
    }

    /** Takes all but some rows. */
    private static final class Fussy implements LedgerConsumer
    {
        private final Set<Long> bad;

        private final List<Long> taken = new CopyOnWriteArrayList<>();

        private final Map<Long, Integer> tries = new ConcurrentHashMap<>();

        private volatile long position;

        private volatile boolean away;

        private volatile int asked;

        private volatile Error error;

        private volatile boolean settled;

        Fussy(Long... bad)
        {
            this.bad = Set.of(bad);
        }

        @Override
        public String name()
        {
            return "fussy";
        }

        @Override
        public long checkpoint()
        {
            return this.position;
        }

        @Override
        public void consume(List<LedgerEntry> entries) throws Exception
        {
            this.asked++;
            if (this.error != null) {
                throw this.error;
            }
            if (this.away) {
                throw new java.io.IOException("The store is away.");
            }
            for (LedgerEntry entry : entries) {
                if (this.bad.contains(entry.getSequence())) {
                    if (entries.size() == 1) {
                        this.tries.merge(entry.getSequence(), 1, Integer::sum);
                    }
                    throw new IllegalArgumentException("Not this one.");
                }
                this.taken.add(entry.getSequence());
                this.position = entry.getSequence();
            }
        }

        @Override
        public boolean isReady()
        {
            return !this.away;
        }

        @Override
        public void skip(LedgerEntry entry)
        {
            this.position = entry.getSequence();
        }

        @Override
        public void flush()
        {
            this.settled = true;
        }
    }
}
