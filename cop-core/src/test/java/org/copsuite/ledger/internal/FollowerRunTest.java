/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerFollower;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A follower ends when it is told to, and in its own time. */
class FollowerRunTest
{
    private final LedgerBell bell = new LedgerBell();

    private final Ledger ledger = mock(Ledger.class);

    private final LedgerFollower follower = mock(LedgerFollower.class);

    @Test
    @Timeout(30)
    void whatItWritesIsNotInterrupted() throws Exception
    {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        when(this.follower.name()).thenReturn("slow");
        when(this.follower.position()).thenAnswer(call -> {
            writing.countDown();
            written.await();
            return 7L;
        });
        FollowerRun run = new FollowerRun(this.follower, this.ledger, this.bell);
        run.start();
        writing.await();

        Thread stopping = new Thread(run::stop);
        stopping.start();
        Awaitility.await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        written.countDown();
        stopping.join();

        assertThat(run.position()).as("came to the end of what it did").isEqualTo(7);
    }

    @Test
    @Timeout(30)
    void whoWaitsForRowsOrAfterAFailureEndsAtOnce() throws Exception
    {
        CountDownLatch waiting = new CountDownLatch(2);
        when(this.follower.name()).thenReturn("idle");
        when(this.ledger.after(anyLong(), anyInt())).thenAnswer(call -> {
            waiting.countDown();
            return List.of();
        });
        LedgerFollower failing = mock(LedgerFollower.class);
        when(failing.name()).thenReturn("failing");
        when(failing.position()).thenAnswer(call -> {
            waiting.countDown();
            throw new IllegalStateException("It cannot.");
        });
        FollowerRun idle = new FollowerRun(this.follower, this.ledger, this.bell);
        FollowerRun failed = new FollowerRun(failing, this.ledger, this.bell);
        idle.start();
        failed.start();
        waiting.await();

        long before = System.nanoTime();
        idle.stop();
        failed.stop();

        assertThat(System.nanoTime() - before).as("nobody had to be given up").isLessThan(TimeUnit.SECONDS.toNanos(10));
    }
}
