/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedReadsTest
{
    private final SharedReads<String, Integer> reads = new SharedReads<>(16);

    private final AtomicInteger count = new AtomicInteger();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop()
    {
        this.threads.shutdownNow();
    }

    private int get(long changes)
    {
        return this.reads.get("key", OptionalLong.of(changes), this.count::incrementAndGet);
    }

    @Test
    void readsAgainOnlyAfterAChange()
    {
        assertThat(get(1)).isEqualTo(1);
        assertThat(get(1)).isEqualTo(1);
        assertThat(get(2)).isEqualTo(2);
        assertThat(this.reads.get("key", OptionalLong.empty(), () -> 7)).as("within a transaction").isEqualTo(7);
        assertThat(this.reads.get("other", OptionalLong.of(2), () -> 9)).isEqualTo(9);
    }

    @Test
    void allWhoWaitShareTheNextReadHoweverOftenOthersWrite() throws Exception
    {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Future<Integer> first = this.threads.submit(() -> this.reads.get("key", OptionalLong.of(0), () -> {
            begun.countDown();
            await(open);
            return this.count.incrementAndGet();
        }));
        await(begun);
        List<Future<Integer>> others = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            long changes = i;
            others.add(this.threads.submit(() -> get(changes)));
        }
        while (this.reads.waiting("key") < 40) {
            Thread.onSpinWait();
        }
        open.countDown();

        assertThat(first.get()).isEqualTo(1);
        for (Future<Integer> other : others) {
            assertThat(other.get()).as("read after it was asked for").isEqualTo(2);
        }
        assertThat(this.count).hasValue(2);
    }

    @Test
    void aReadThatFailsLeavesNothing()
    {
        assertThatThrownBy(() -> this.reads.get("key", OptionalLong.of(1), () -> {
            throw new IllegalStateException("No connection");
        })).hasMessage("No connection");
        assertThat(get(1)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch)
    {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
