/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.ledger.Rebuild;
import org.copsuite.ledger.Rebuild.Progress;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DefaultRebuildTest
{
    private static final String WIKI = TestWiki.WIKI;

    private final List<String> rebuilt = Collections.synchronizedList(new ArrayList<>());

    private final View first = new View(-2, "a", 50);

    private final View second = new View(-1, "b", 30);

    private TestWiki wiki;

    private Rebuild rebuild;

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
        this.wiki.with(Projection.class, "second", this.second);
        this.wiki.with(Projection.class, "first", this.first);
        this.rebuild = this.wiki.get(Rebuild.class);
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    @Test
    void everyKeyOfEveryViewInOrder()
    {
        assertThat(this.rebuild.progress(WIKI)).isEmpty();
        assertThat(this.rebuild.start(WIKI)).isTrue();
        Progress end = ended();
        assertThat(end).isEqualTo(new Progress("done", "second", 80, 80));
        assertThat(this.rebuilt).hasSize(80).doesNotHaveDuplicates().startsWith("a00", "a01").endsWith("b28", "b29");
    }

    @Test
    void againFromTheStartOnceItWasDone()
    {
        this.rebuild.start(WIKI);
        ended();
        this.rebuild.start(WIKI);
        ended();
        assertThat(this.rebuilt).hasSize(160);
    }

    @Test
    void interruptedItGoesOnWhereItWas() throws Exception
    {
        this.first.gate = new CountDownLatch(1);
        this.rebuild.start(WIKI);
        assertThat(this.rebuild.start(WIKI)).isFalse();
        this.rebuild.interrupt(WIKI);
        this.first.gate.countDown();
        Progress end = ended();
        assertThat(end.state()).isEqualTo("interrupted");
        assertThat(end.done()).isPositive().isLessThan(80);
        assertThat(this.rebuild.start(WIKI)).isTrue();
        assertThat(ended()).isEqualTo(new Progress("done", "second", 80, 80));
        assertThat(this.rebuilt).hasSize(80).doesNotHaveDuplicates();
    }

    @Test
    void whatWasRunningWhenTheProcessEndedIsInterrupted()
    {
        this.wiki.database().execute("insert into cop_rebuild (wiki, state, view_name, last_key, keys_done, keys_total)"
            + " values ('xwiki', 'running', 'second', 'b09', 60, 80)");
        assertThat(this.rebuild.progress(WIKI).orElseThrow().state()).isEqualTo("interrupted");
        this.rebuild.start(WIKI);
        assertThat(ended()).isEqualTo(new Progress("done", "second", 80, 80));
        assertThat(this.rebuilt).hasSize(20).startsWith("b10");
    }

    @Test
    void aViewThatCannotBeRebuiltIsSaid()
    {
        this.second.broken = true;
        this.rebuild.start(WIKI);
        assertThat(ended().state()).isEqualTo("failed");
    }

    private Progress ended()
    {
        await().atMost(20, TimeUnit.SECONDS)
            .until(() -> this.rebuild.progress(WIKI).map(p -> !p.state().equals("running")).orElse(false));
        return this.rebuild.progress(WIKI).orElseThrow();
    }

    /** Has keys of a letter and two digits. */
    private final class View implements Projection
    {
        private final int order;

        private final List<String> keys;

        private volatile CountDownLatch gate = new CountDownLatch(0);

        private volatile boolean broken;

        View(int order, String letter, int count)
        {
            this.order = order;
            this.keys = IntStream.range(0, count).mapToObj(i -> String.format("%s%02d", letter, i)).toList();
        }

        @Override
        public int order()
        {
            return this.order;
        }

        @Override
        public void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
        {
            throw new IllegalStateException("No row is written in these tests.");
        }

        @Override
        public List<String> keys(Session session, String wiki, String after, int limit)
        {
            return this.keys.stream().filter(key -> key.compareTo(after) > 0).limit(limit).toList();
        }

        @Override
        public void rebuild(Session session, String wiki, String key)
        {
            if (this.broken) {
                throw new IllegalStateException("Broken for the test.");
            }
            try {
                this.gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            DefaultRebuildTest.this.rebuilt.add(key);
        }
    }
}
