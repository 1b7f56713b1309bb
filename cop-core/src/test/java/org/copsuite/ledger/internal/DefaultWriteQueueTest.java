/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.copsuite.CopException;
import org.copsuite.ledger.WriteQueue.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Turns to write. */
@Timeout(30)
class DefaultWriteQueueTest
{
    private final DefaultWriteQueue queue = new DefaultWriteQueue(2, Duration.ofSeconds(20));

    private final List<Thread> threads = new ArrayList<>();

    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void endThreads() throws InterruptedException
    {
        this.end.countDown();
        for (Thread thread : this.threads) {
            thread.join();
        }
    }

    private void start(Runnable work)
    {
        Thread thread = new Thread(work);
        this.threads.add(thread);
        thread.start();
    }

    private void occupy(DefaultWriteQueue occupied, CountDownLatch entered)
    {
        start(() -> {
            try (Turn turn = occupied.enter()) {
                entered.countDown();
                this.end.await();
            } catch (CopException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void letsSoManyWriteAtATime() throws Exception
    {
        AtomicInteger writing = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier pair = new CyclicBarrier(2);
        ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 32; i++) {
            start(() -> {
                try (Turn turn = this.queue.enter()) {
                    most.accumulateAndGet(writing.incrementAndGet(), Math::max);
                    pair.await(30, TimeUnit.SECONDS);
                    writing.decrementAndGet();
                } catch (CopException | InterruptedException | BrokenBarrierException | TimeoutException e) {
                    failures.add(e);
                }
            });
        }
        for (Thread thread : this.threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(most).hasValue(2);
    }

    @Test
    void sendsAwayWhoHasWaitedLong() throws Exception
    {
        DefaultWriteQueue impatient = new DefaultWriteQueue(1, Duration.ofMillis(50));
        CountDownLatch entered = new CountDownLatch(1);
        occupy(impatient, entered);
        entered.await();
        assertThatThrownBy(impatient::enter).isInstanceOfSatisfying(CopException.class,
            e -> assertThat(e.getKind()).isEqualTo(CopException.Kind.UNAVAILABLE));
    }

    @Test
    void sendsAwayAtOnceWhereManyWait() throws Exception
    {
        DefaultWriteQueue full = new DefaultWriteQueue(1, Duration.ofSeconds(20));
        CountDownLatch entered = new CountDownLatch(1);
        occupy(full, entered);
        entered.await();
        for (int i = 0; i < DefaultWriteQueue.WAITING; i++) {
            occupy(full, new CountDownLatch(1));
        }
        while (full.waiting() < DefaultWriteQueue.WAITING) {
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        assertThatThrownBy(full::enter).isInstanceOf(CopException.class);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
    }

    @Test
    void aThreadThatHasATurnTakesItAgain() throws Exception
    {
        DefaultWriteQueue narrow = new DefaultWriteQueue(1, Duration.ofMillis(50));
        try (Turn outer = narrow.enter(); Turn inner = narrow.enter()) {
            inner.close();
            inner.close();
            CountDownLatch other = new CountDownLatch(1);
            start(() -> assertThatThrownBy(narrow::enter).satisfies(e -> other.countDown()));
            other.await();
        }
        narrow.enter().close();
    }

    @Test
    void endsWhatARequestHasLeft() throws Exception
    {
        DefaultWriteQueue narrow = new DefaultWriteQueue(1, Duration.ofMillis(50));
        Turn left = narrow.enter();
        narrow.enter();
        narrow.reset();
        narrow.reset();
        left.close();
        CountDownLatch entered = new CountDownLatch(1);
        occupy(narrow, entered);
        entered.await();
        assertThatThrownBy(narrow::enter).isInstanceOf(CopException.class);
    }
}
