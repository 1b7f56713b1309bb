/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.copsuite.ledger.AbstractCheckpointedConsumer;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.Checkpoints;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.component.util.ReflectionUtils;

/** A consumer continues after the checkpoint in the database. */
@OnEveryDatabase
class AbstractCheckpointedConsumerTest
{
    private static final ActType<Void> KNOCKED = ActType.named("knocked");

    private final TestWiki wiki = new TestWiki();

    private final Ledger ledger = this.wiki.get(Ledger.class);

    private final List<Counter> counters = new ArrayList<>();

    private List<LedgerEntry> entries;

    /** Counts entries; the first one has no result. */
    private static final class Counter extends AbstractCheckpointedConsumer
    {
        private final List<Long> counted = new ArrayList<>();

        private long failing;

        private int calls;

        Counter(Checkpoints checkpoints)
        {
            super("counter");
            ReflectionUtils.setFieldValue(this, "checkpoints", checkpoints);
        }

        @Override
        protected boolean process(LedgerEntry entry)
        {
            if (entry.getSequence() == this.failing) {
                throw new IllegalStateException("A test's own failure.");
            }
            this.counted.add(entry.getSequence());
            return entry.getSequence() > 1;
        }

        @Override
        protected void processed()
        {
            this.calls++;
        }
    }

    @BeforeEach
    void append()
    {
        this.ledger.write(tx -> {
            for (int i = 0; i < 4; i++) {
                tx.append(EntryDraft.of(TestWiki.WIKI, new UserId("xwiki:XWiki.anna"), KNOCKED, UUID.randomUUID()));
            }
        });
        this.entries = this.ledger.after(0, 10);
        assertThat(this.entries).extracting(LedgerEntry::getSequence).containsExactly(1L, 2L, 3L, 4L);
    }

    @AfterEach
    void close()
    {
        this.counters.forEach(Counter::dispose);
        this.wiki.close();
    }

    private Counter start()
    {
        Counter counter = new Counter(this.wiki.get(Checkpoints.class));
        this.counters.add(counter);
        return counter;
    }

    @Test
    void continuesAfterWhatHadAResult() throws Exception
    {
        Counter first = start();
        assertThat(first.checkpoint()).isZero();
        first.consume(this.entries.subList(0, 1));
        assertThat(first.checkpoint()).isEqualTo(1);
        assertThat(first.calls).isZero();
        assertThat(start().checkpoint()).as("an entry without a result is delivered again").isZero();

        first.consume(this.entries.subList(0, 3));
        assertThat(first.counted).containsExactly(1L, 2L, 3L);
        assertThat(first.calls).isEqualTo(1);

        Counter second = start();
        assertThat(second.checkpoint()).isEqualTo(3);
        second.consume(this.entries);
        assertThat(second.counted).containsExactly(4L);
    }

    @Test
    void deliversAgainWhatFailedUntilItIsSkipped() throws Exception
    {
        Counter counter = start();
        counter.failing = 3;
        assertThatThrownBy(() -> counter.consume(this.entries)).isInstanceOf(IllegalStateException.class);
        assertThat(counter.checkpoint()).isEqualTo(2);
        assertThat(counter.isReady()).isTrue();

        counter.skip(this.entries.get(2));
        assertThat(start().checkpoint()).isEqualTo(3);
        counter.consume(this.entries);
        assertThat(counter.counted).containsExactly(1L, 2L, 4L);
    }

    @Test
    void oneNodeProcessesAnEntry()
    {
        Checkpoints checkpoints = this.wiki.get(Checkpoints.class);
        checkpoints.advance("counter", 2);
        checkpoints.advance("counter", 1);
        assertThat(checkpoints.read("counter", 0)).as("a checkpoint never moves back").isEqualTo(2);
        this.ledger.write(tx -> {
            assertThat(checkpoints.lock(tx.session(), "counter", this.entries.get(1))).isFalse();
            assertThat(checkpoints.lock(tx.session(), "counter", this.entries.get(2))).isTrue();
            assertThat(checkpoints.lock(tx.session(), "other", this.entries.get(2))).isTrue();
        });
        assertThat(checkpoints.read("other", 0)).isEqualTo(2);
    }
}
