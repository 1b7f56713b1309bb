/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.ledger.LedgerConsumers.Status;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DefaultLedgerConsumersTest
{
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Recorder recorder = new Recorder();

    private TestWiki wiki;

    private Ledger ledger;

    private LedgerConsumers consumers;

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
        // In place of the consumer that is there: this wiki has no index.
        this.wiki.with(LedgerConsumer.class, "index", this.recorder);
        this.ledger = this.wiki.get(Ledger.class);
        this.consumers = this.wiki.get(LedgerConsumers.class);
    }

    @AfterEach
    void stop()
    {
        this.consumers.stop();
        this.wiki.close();
    }

    private long behind()
    {
        return this.consumers.statuses().stream().filter(status -> "recorder".equals(status.name())).findFirst()
            .map(Status::lag).orElseThrow();
    }

    @Test
    void takesWhatStandsAndWhatComes() throws Exception
    {
        knock(3);
        this.consumers.start();
        assertThat(this.consumers.await(LONG)).isTrue();
        assertThat(this.recorder.sequences).containsExactly(1L, 2L, 3L);
        knock(2);
        assertThat(this.consumers.await(LONG)).isTrue();
        assertThat(this.recorder.sequences).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(behind()).isZero();
    }

    @Test
    void goesOnFromItsOwnPosition() throws Exception
    {
        this.recorder.from = 2;
        knock(3);
        this.consumers.start();
        assertThat(this.consumers.await(LONG)).isTrue();
        assertThat(this.recorder.sequences).containsExactly(3L);
    }

    @Test
    void rowsThatItCouldNotTakeComeAgain() throws Exception
    {
        this.recorder.failures.set(1);
        knock(2);
        this.consumers.start();
        assertThat(this.consumers.await(LONG)).isTrue();
        assertThat(this.recorder.sequences).containsExactly(1L, 2L);
    }

    @Test
    void whileItFailsItLags() throws Exception
    {
        this.recorder.failures.set(Integer.MAX_VALUE);
        knock(2);
        this.consumers.start();
        assertThat(this.consumers.await(Duration.ofMillis(50))).isFalse();
        assertThat(behind()).isEqualTo(2);
    }

    @Test
    void stoppedItTakesNothing() throws Exception
    {
        this.consumers.start();
        this.consumers.start();
        assertThat(this.consumers.await(LONG)).isTrue();
        this.consumers.stop();
        knock(1);
        assertThat(this.recorder.sequences).isEmpty();
        this.consumers.start();
        assertThat(this.consumers.await(LONG)).isTrue();
        assertThat(this.recorder.sequences).containsExactly(1L);
    }

    @Test
    void whatIsWrittenAfterTheStartIsNotSkipped() throws Exception
    {
        AtomicBoolean written = new AtomicBoolean();
        Thread starting = Thread.currentThread();
        this.recorder.beforeCheckpoint = () -> {
            Awaitility.await().atMost(LONG).until(() -> written.get() || starting.getState() == Thread.State.TIMED_WAITING);
            this.recorder.from = this.ledger.head();
        };
        this.consumers.start();
        knock(1);
        written.set(true);
        assertThat(this.consumers.await(LONG)).isTrue();
        assertThat(this.recorder.sequences).as("begins at the end of the ledger").containsExactly(1L);
    }

    private void knock(int times) throws Exception
    {
        for (int i = 0; i < times; i++) {
            this.ledger.record(tx -> {
                tx.append(
                    EntryDraft.of(TestWiki.WIKI, new UserId("xwiki:XWiki.anna"), ActType.named("knocked"),
                        UUID.randomUUID()));
                return null;
            });
        }
    }

    /** Records the sequences of the entries that it processes. */
    private static final class Recorder implements LedgerConsumer
    {
        private final List<Long> sequences = new CopyOnWriteArrayList<>();

        private final AtomicInteger failures = new AtomicInteger();

        private volatile long from;

        private Runnable beforeCheckpoint;

        @Override
        public String name()
        {
            return "recorder";
        }

        @Override
        public long checkpoint()
        {
            if (this.beforeCheckpoint != null) {
                this.beforeCheckpoint.run();
                this.beforeCheckpoint = null;
            }
            return this.from;
        }

        @Override
        public void consume(List<LedgerEntry> entries) throws IOException
        {
            if (this.failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new IOException("Not now.");
            }
            entries.forEach(entry -> this.sequences.add(entry.getSequence()));
        }
    }
}
